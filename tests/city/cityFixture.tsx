import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { configure, type RenderResult, render } from '@testing-library/react'
import type { ReactNode } from 'react'
import { vi } from 'vitest'
import '#i18n/i18n.ts'
import { parts as appParts } from '#app/parts.ts'
import { bundledStandard } from '#catalog/bundledStandard.ts'
import { type Catalog, catalogSchema } from '#catalog/schema.ts'
import { type City, CityContext } from '#city/CityContext.ts'
import type { Evaluation, IndicatorResult, MetricResult } from '#core/model/evaluation.ts'
import type { AsyncCityEngine } from '#engine/engineApi.ts'
import { VERB_NAMES } from '#engine/host/verbKinds.ts'
import type { FeedReading } from '#feeds/queries/feedQuery.ts'
import { PartsContext, type Wall, WallContext } from '#views/parts/useParts.ts'

// The whole standard is a large page: a busy machine needs more than the default seconds.
configure({ asyncUtilTimeout: 10_000 })
vi.setConfig({ testTimeout: 30_000 })

/** 2026-09-01T08:00+08:00, the moment of every view test. */
export const NOW = Date.parse('2026-09-01T00:00:00Z')
const CATALOG_URL = 'http://city.test/geodata/catalog.json'

/** A catalog with defaults applied; only what a test is about need be given. For tests. */
export function catalogFixture(parts: Readonly<Record<string, unknown>> = {}): Catalog {
  return catalogSchema.parse({
    version: 1,
    city: { code: '000000', name: '示例县', bounds: [117, 35, 118, 36] },
    feeds: [],
    indicators: [],
    ...parts,
  })
}

export const UNKNOWN_METRIC: MetricResult = Object.freeze({
  value: null,
  numerator: null,
  denominator: null,
  excluded: 0,
  reasons: {},
  why: 'no-data',
  dataTime: null,
  known: 'unknown',
})

/** A metric measured at `NOW`. For tests. */
export function metricFixture(parts: Partial<MetricResult>): MetricResult {
  const { why: _, ...known } = UNKNOWN_METRIC
  return Object.freeze({ ...known, known: 'measured', dataTime: NOW, ...parts })
}

/** An evaluation of the whole bundled standard: rows not given are unknown, deductions deduct. For tests. */
export function evaluationFixture(rows: Readonly<Record<string, Partial<IndicatorResult>>>): Evaluation {
  return Object.freeze({
    scope: null,
    dataTime: NOW,
    indicators: bundledStandard().rows.map(
      (row): IndicatorResult => ({
        id: row.id,
        star: null,
        status: row.kind === 'deduction' ? 'deduction' : 'unknown',
        metrics: Object.fromEntries(row.metrics.map(({ id }) => [id, UNKNOWN_METRIC])),
        parameters: {},
        next: null,
        ...rows[row.id],
      }),
    ),
  })
}

/** A reading of a feed as of `asOf`. For tests. */
export function readingFixture(id: string, asOf: number | null, parts: Partial<FeedReading> = {}): FeedReading {
  return {
    report: {
      id,
      read: 1,
      accepted: 1,
      repaired: 0,
      quarantined: [],
      notices: [],
      asOf,
      sha256: 'a'.repeat(64),
      bytes: 1,
    },
    mapUrl: '',
    bounds: null,
    properties: [],
    fetchedAt: NOW,
    fromCopy: false,
    fault: null,
    ...parts,
  }
}

interface CityParts {
  readonly catalog?: Catalog
  readonly engine?: Partial<AsyncCityEngine>
  readonly feedsByIndicator?: City['feedsByIndicator']
  readonly readings?: readonly FeedReading[]
  /** The app's clock, epoch milliseconds; stands still at `NOW` when absent. */
  readonly now?: () => number
  /** What a wall is made of, for tests of its cards (`loadWall`). */
  readonly wall?: Wall
}

/** An engine verb that a test did not expect to be asked. */
const unasked = () => Promise.reject(new Error('the test gives no answer to this'))

/** Renders under an opened city with the bundled standard, a still clock, and an engine that answers what is given. */
export function renderInCity(children: ReactNode, parts: CityParts = {}): RenderResult {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  for (const reading of parts.readings ?? []) client.setQueryData(['feed', CATALOG_URL, reading.report.id], reading)
  const engine: AsyncCityEngine = {
    ...Object.fromEntries(VERB_NAMES.map((name) => [name, unasked])),
    cancel: async () => {},
    ...parts.engine,
  } as AsyncCityEngine
  const city: City = {
    catalog: parts.catalog ?? catalogFixture(),
    catalogUrl: CATALOG_URL,
    foreign: false,
    standard: bundledStandard(),
    feedsByIndicator: parts.feedsByIndicator ?? {},
    engine,
    now: parts.now ?? (() => NOW),
    demoClock: false,
  }
  return render(
    <QueryClientProvider client={client}>
      <CityContext.Provider value={city}>
        <PartsContext value={appParts}>
          <WallContext value={parts.wall ?? null}>{children}</WallContext>
        </PartsContext>
      </CityContext.Provider>
    </QueryClientProvider>,
  )
}
