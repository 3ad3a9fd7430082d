import { readFile } from 'node:fs/promises'
import { beforeAll, describe, expect, it } from 'vitest'
import { verifyEvidence } from '#cli/evidence/verifyEvidence.ts'
import { computeIndicators } from '#cli/indicators/computeIndicators.ts'
import { readSource, sourceUrl } from '#cli/readSource.ts'
import { compareEvidence } from '#core/evidence/compareEvidence.ts'
import { type PresentEngine, presentOf } from '#tests/city/engineInLine.ts'
import { createCityEngine } from '../createCityEngine'
import type { OpenedCatalog } from '../engineApi'

const GEODATA = new URL('../../../geodata/', import.meta.url)
const CATALOG_URL = 'http://city.test/geodata/catalog.json'
const bytesOf = async (name: string): Promise<Uint8Array> => new Uint8Array(await readFile(new URL(name, GEODATA)))
const open = async (): Promise<[PresentEngine, Extract<OpenedCatalog, { ok: true }>]> => {
  const engine = presentOf(createCityEngine({ publish: () => '', withdraw: () => {} }))
  const opened = engine.openCatalog(await bytesOf('catalog.json'), null)
  if (!opened.ok) throw new Error(opened.faults.map(({ en }) => en).join())
  // The clock stands where the command line takes it from.
  engine.setClock({ start: Date.parse(opened.catalog.city.clock?.start ?? ''), at: 0, speed: 0 })
  return [engine, opened]
}
const judge = async (text: string) => verifyEvidence(new TextEncoder().encode(text), 'en')

/** Coverage by discs, areas combined, reported by a unit, a checklist. */
const ROWS = [
  '5g-key-area-coverage',
  'environment-monitoring-coverage',
  'gov-cloud-migration-rate',
  'institutional-mechanism',
]
const scope = 'built-up'

describe('evidence from the engine of the page', () => {
  let engine: PresentEngine
  const evidence = async (indicator: string): Promise<string> =>
    (await engine.evidence({ indicator, scope, catalogUrl: CATALOG_URL })).text()

  beforeAll(async () => {
    const [made, { catalog, feedsByIndicator }] = await open()
    engine = made
    const wanted = new Set(ROWS.flatMap((id) => feedsByIndicator[id] ?? []))
    for (const { id, source } of catalog.feeds) if (wanted.has(id)) engine.admit(id, await bytesOf(source.url))
  })

  it.each(ROWS)('is equal when computed again by the command line: %s', async (row) => {
    const text = await evidence(row)
    expect(JSON.parse(text)).toMatchObject({ madeBy: 'page', scope, catalog: { location: CATALOG_URL } })
    expect(await judge(text)).toMatchObject({ kind: 'equal', findings: [] })
  })

  it('says what the command line says of the same files', async () => {
    const computed = await computeIndicators(
      {
        catalog: 'geodata/catalog.json',
        scope,
        only: ROWS,
        overrides: [],
        partial: false,
        evidence: '',
        gaps: undefined,
        language: 'zh',
      },
      sourceUrl(new URL('catalog.json', GEODATA).href),
      readSource,
    )
    if (!computed.ok || !computed.evidence) throw new Error('not computed')
    for (const row of ROWS) {
      const file = computed.evidence.find(({ name }) => name === `${row}.json`)
      const { differences, compared } = compareEvidence(JSON.parse(await evidence(row)), JSON.parse(file?.text ?? ''))
      expect(differences).toEqual([])
      expect(compared).toBeGreaterThan(20)
    }
  })

  it('is the same file before and after the feeds were packed', async () => {
    const row = 'gov-cloud-migration-rate'
    const before = await evidence(row)
    await engine.evaluate({ scope, only: [row] })
    expect(await evidence(row)).toBe(before)
  })

  it('carries the settings it was computed with', async () => {
    const overrides = [{ indicator: ROWS[0]!, metric: null, parameter: 'threshold', value: 0.1 }]
    const file = await engine.evidence({ indicator: ROWS[0]!, scope: null, overrides, catalogUrl: CATALOG_URL })
    const text = await file.text()
    expect(JSON.parse(text)).toMatchObject({
      set: overrides,
      scope: null,
      metrics: { value: { parameters: { threshold: 0.1 } } },
    })
    expect(await judge(text)).toMatchObject({ kind: 'equal' })
  })

  it('refuses a row that the standard does not have', async () => {
    await expect(async () => evidence('nothing')).rejects.toThrow('the standard does not have this row')
  })
})

describe('what is a fault on the command line and unknown in a page', () => {
  it('points without a footprint that are to cover: the evidence holds all the same', async () => {
    const feed = (id: string, record: string) => ({ id, record, source: { type: 'geojson', url: `${id}.geojson` } })
    const catalog = {
      version: 1,
      city: { code: '0', name: '甲', bounds: [117, 35, 118, 36] },
      feeds: [feed('areas', 'zone'), feed('points', 'device')],
      indicators: [{ id: ROWS[0], metrics: { value: { method: 'covered', subjects: 'areas', by: 'points' } } }],
    }
    const encoded = (value: unknown) => new TextEncoder().encode(JSON.stringify(value))
    const feature = (type: string, coordinates: unknown) => ({
      type: 'Feature',
      id: 'a',
      properties: {},
      geometry: { type, coordinates },
    })
    const ring = [
      [117.1, 35.1],
      [117.2, 35.1],
      [117.2, 35.2],
      [117.1, 35.1],
    ]
    const engine = presentOf(createCityEngine({ publish: () => '', withdraw: () => {} }))
    expect(engine.openCatalog(encoded(catalog), null)).toMatchObject({ ok: true })
    engine.admit('areas', encoded(feature('Polygon', [ring])))
    engine.admit('points', encoded(feature('Point', [117.15, 35.12])))
    const file = await engine.evidence({ indicator: ROWS[0]!, scope: null, catalogUrl: CATALOG_URL })
    const text = await file.text()
    expect(JSON.parse(text)).toMatchObject({ status: 'unknown', metrics: { value: { why: 'no-footprint:points' } } })
    expect(await judge(text)).toMatchObject({ kind: 'equal' })
  })
})

describe('feeds that come, fail, and come anew', () => {
  const row = 'gov-cloud-migration-rate'
  const cut = new TextEncoder().encode('{"type":"FeatureCollection","features":[')
  const read = async (engine: PresentEngine) => {
    const text = await (await engine.evidence({ indicator: row, scope: null, catalogUrl: CATALOG_URL })).text()
    expect(await judge(text)).toMatchObject({ kind: 'equal' })
    return JSON.parse(text)
  }

  it('one that never came, or never could be read, leaves the row unknown; the evidence says why', async () => {
    const [engine] = await open()
    expect(await read(engine)).toMatchObject({
      status: 'unknown',
      feeds: [{ id: 'reported', sha256: null, error: { code: 'not-read' } }],
    })
    engine.admit('reported', cut)
    expect(await read(engine)).toMatchObject({
      status: 'unknown',
      feeds: [{ id: 'reported', sha256: expect.stringMatching(/^[0-9a-f]{64}$/), error: { code: 'truncated' } }],
    })
  })

  it('a good reading stands until the next good one: its bytes are those inside', async () => {
    const [engine] = await open()
    const bytes = await bytesOf('reported.geojson')
    engine.admit('reported', bytes.slice())
    const first = await read(engine)
    expect(first).toMatchObject({ status: 'ok', metrics: { value: { known: 'reported' } } })
    engine.admit('reported', cut)
    expect(await read(engine)).toEqual(first)
    const collection: { features: { properties: { indicator: string; value: unknown } }[] } = JSON.parse(
      new TextDecoder().decode(bytes),
    )
    for (const { properties } of collection.features) if (properties.indicator === row) properties.value = 0.123
    engine.admit('reported', new TextEncoder().encode(JSON.stringify(collection)))
    const second = await read(engine)
    expect(second.metrics.value.value).toBe(0.123)
    expect(second.feeds[0].sha256).not.toBe(first.feeds[0].sha256)
  })
})
