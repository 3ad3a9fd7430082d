import { QueryClient } from '@tanstack/react-query'
import { configure, type RenderResult, render } from '@testing-library/react'
import type { ReactNode } from 'react'
import { vi } from 'vitest'
import { bundledStandard } from '#catalog/bundledStandard.ts'
import type { Catalog } from '#catalog/schema.ts'
import type { FeedReading } from '#city/feedQuery.ts'
import type { Evaluation, IndicatorResult, MetricResult } from '#core/model/evaluation.ts'
import type { AsyncCityEngine, WorldEngine } from '#engine/engineApi.ts'
import { wholeCatalog } from '#tests/city/wholeCatalog.ts'
import type { Wall } from '#views/parts/useParts.ts'
import { deepFreeze } from './deepFreeze'
import { engineOf } from './engineInLine'
import { CATALOG_URL, CITY_ORIGIN, InCity, NOW, type OpenedParts, openedCity } from './InCity'

// The whole standard is a large page: a busy machine needs more than the default seconds.
configure({ asyncUtilTimeout: 10_000 })
vi.setConfig({ testTimeout: 30_000 })

export { CITY_ORIGIN, NOW }

/** A catalog with defaults applied; only what a test is about need be given. For tests. */
export function catalogFixture(parts: Readonly<Record<string, unknown>> = {}): Catalog {
  const catalog = {
    version: 1,
    city: { code: '000000', name: '示例县', bounds: [117, 35, 118, 36] },
    feeds: [],
    indicators: [],
    ...parts,
  }
  return deepFreeze(wholeCatalog(catalog))
}

const UNKNOWN_METRIC: MetricResult = deepFreeze({
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
  return deepFreeze({ ...known, known: 'measured', dataTime: NOW, ...parts })
}

/** An evaluation of the whole bundled standard: rows not given are unknown, deductions deduct. For tests. */
export function evaluationFixture(rows: Readonly<Record<string, Partial<IndicatorResult>>>): Evaluation {
  return deepFreeze({
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
  return deepFreeze({
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
  })
}

interface CityGiven {
  readonly catalog?: Catalog
  /** Answers, the same in every world. */
  readonly engine?: Partial<WorldEngine>
  /** A whole engine in place of them. */
  readonly host?: AsyncCityEngine
  readonly feedsByIndicator?: OpenedParts['feedsByIndicator']
  readonly readings?: readonly FeedReading[]
  /** The app's clock, epoch milliseconds; stands still at `NOW` when absent. */
  readonly now?: () => number
  /** One that does not try again when absent. */
  readonly client?: QueryClient
  /** What a wall is made of, for tests of its cards (`loadWall`). */
  readonly wall?: Wall
}

/** Renders under an opened city with the bundled standard, a still clock, and an engine that answers what is given. */
export function renderInCity(children: ReactNode, given: CityGiven = {}): RenderResult {
  const client = given.client ?? new QueryClient({ defaultOptions: { queries: { retry: false } } })
  for (const reading of given.readings ?? []) client.setQueryData(['feed', CATALOG_URL, reading.report.id], reading)
  const city = openedCity({
    catalog: given.catalog ?? catalogFixture(),
    feedsByIndicator: given.feedsByIndicator ?? {},
    host: given.host ?? engineOf(given.engine ?? {}),
    now: given.now ?? (() => NOW),
  })
  return render(
    <InCity city={city} client={client} wall={given.wall ?? null}>
      {children}
    </InCity>,
  )
}
