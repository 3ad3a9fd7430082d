import { readdir, readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import {
  CHECKLIST,
  COVERAGE,
  printed,
  REPORTED,
  rowOf,
  run,
  type ServedFolder,
  serveFolder,
} from './commandLineFixture'

// Each run starts Node anew: a second alone, many more on a busy machine.
vi.setConfig({ testTimeout: 120_000 })

let served: ServedFolder
const file = (name: string): string => served.file(name)

beforeAll(async () => {
  served = await serveFolder()
})
afterAll(() => served.stop())

describe('computing', () => {
  it('prints one JSON object with every row of the standard, and the quarantined with their reasons', async () => {
    const done = await run('--catalog', file('catalog.json'))
    const result = printed(done)
    expect(Object.keys(result)).toEqual(['catalog', 'scope', 'dataTime', 'indicators', 'feeds'])
    expect(result.catalog).toBe(file('catalog.json'))
    expect(result.indicators.length).toBe(43)

    // Of three areas one is covered by 80 % or more; 1/3 is above the 0.3 of three stars and below the 0.5 of four.
    expect(rowOf(result, COVERAGE)).toMatchObject({
      star: 3,
      status: 'ok',
      metrics: { value: { value: 0.333333333, numerator: 1, denominator: 3, excluded: 0, reasons: {} } },
      parameters: { value: { threshold: 0.8 } },
    })
    expect(rowOf(result, REPORTED)).toMatchObject({
      status: 'ok',
      metrics: { value: { value: 0.85, known: 'reported' } },
    })
    expect(rowOf(result, CHECKLIST)).toMatchObject({
      star: null,
      status: 'unknown',
      items: { leading_group: true, led_by_gov_head: null },
    })
    expect(rowOf(result, 'mobile-avg-download-rate')).toMatchObject({
      star: null,
      status: 'unknown',
      metrics: { value: { value: null, numerator: null } },
    })

    // The site is in use nowhere but in coverage; `unused`, and `core` without --scope, are not read.
    expect(result.feeds.map(({ id }) => id)).toEqual(['areas', 'sites', 'told'])
    expect(result.feeds[0]).toMatchObject({
      read: 4,
      accepted: 3,
      repaired: 0,
      quarantined: [{ index: 3, id: 'lost', field: 'geometry', code: 'no-geometry', reason: '没有几何' }],
      notices: [],
      asOf: '2026-09-01T08:00:00+08:00',
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
    // 12:00 UTC is 20:00 in Shanghai; the reported date, 2026-08-31 without time, is the oldest of the data used.
    expect(result.feeds[1]).toMatchObject({ asOf: '2026-08-31T20:00:00+08:00' })
    expect(result.dataTime).toBe('2026-08-31T00:00:00+08:00')
    expect(done.err).toContain('areas: 4 个要素中隔离了 1 个')
  })

  it('gives the same bytes for the same input', async () => {
    const [one, other] = await Promise.all([
      run('--catalog', file('catalog.json')),
      run('--catalog', file('catalog.json')),
    ])
    expect(one.out).toBe(other.out)
    expect(one.out.length).toBeGreaterThan(1000)
  })

  it('--only lists the rows named, reading only what they need; --lang gives English reasons', async () => {
    const result = printed(await run('--catalog', file('catalog.json'), '--only', COVERAGE, '--lang', 'en'))
    expect(result.indicators.map(({ id }) => id)).toEqual([COVERAGE])
    expect(result.feeds.map(({ id }) => id)).toEqual(['areas', 'sites'])
    expect(result.feeds[0]).toMatchObject({ quarantined: [{ reason: 'has no geometry' }] })
    expect(result.dataTime).toBe('2026-08-31T20:00:00+08:00')
  })

  it('--scope counts only what lies in the scope', async () => {
    const result = printed(await run('--catalog', file('catalog.json'), '--only', COVERAGE, '--scope', 'core'))
    // The core reaches from 116.49 to 116.54: `away` at 116.6 is outside.
    expect(rowOf(result, COVERAGE)?.metrics.value).toMatchObject({ numerator: 1, denominator: 2 })
    expect(result.scope).toBe('core')
    expect(result.feeds.map(({ id }) => id)).toEqual(['areas', 'sites', 'core'])
  })

  it('--set changes a parameter of the row or of one metric, as JSON or as text', async () => {
    const low = printed(
      await run('--catalog', file('catalog.json'), '--only', COVERAGE, '--set', `${COVERAGE}.threshold=0.1`),
    )
    expect(rowOf(low, COVERAGE)).toMatchObject({
      metrics: { value: { numerator: 2, denominator: 3 } },
      parameters: { value: { threshold: 0.1 } },
    })
    const narrow = printed(
      await run(
        ...['--catalog', file('catalog.json'), '--only', COVERAGE],
        ...['--set', `${COVERAGE}.value.where=["has","inCore"]`, '--set', `${COVERAGE}.value.threshold=0`],
      ),
    )
    expect(rowOf(narrow, COVERAGE)?.metrics.value).toMatchObject({ numerator: 1, denominator: 1 })
  })

  it('reads a catalog and its feeds over http', async () => {
    const result = printed(await run('--catalog', `${served.address}/catalog.json`, '--only', COVERAGE))
    expect(rowOf(result, COVERAGE)?.metrics.value).toMatchObject({ numerator: 1, denominator: 3 })
    expect(result.catalog).toBe(`${served.address}/catalog.json`)
  })

  it('--gaps writes what is not covered, whether or not its subject passes', async () => {
    printed(await run('--catalog', file('catalog.json'), '--only', COVERAGE, '--gaps', file('gaps.geojson')))
    const gaps: { type: string; features: { geometry: { type: string }; properties: Record<string, unknown> }[] } =
      JSON.parse(await readFile(file('gaps.geojson'), 'utf8'))
    expect(gaps.type).toBe('FeatureCollection')
    expect(gaps.features.map(({ properties }) => properties.subject)).toEqual(['away', 'half'])
    const [away, half] = gaps.features.map(({ properties }) => Number(properties.area_m2))
    // `away` is not covered at all: R² · Δλ · (sin φ2 − sin φ1) = 6371008.8² · 1.745329e-5 · 1.424389e-5 ≈ 10091 m².
    const whole =
      6_371_008.8 ** 2 *
      ((0.001 * Math.PI) / 180) *
      (Math.sin((35.301 * Math.PI) / 180) - Math.sin((35.3 * Math.PI) / 180))
    expect(Math.abs((away ?? 0) - whole)).toBeLessThan(0.01)
    expect(half).toBeGreaterThan(0.3 * whole)
    expect(half).toBeLessThan(0.7 * whole)
    expect(gaps.features[0]).toMatchObject({
      geometry: { type: 'Polygon' },
      properties: { indicator: COVERAGE, metric: 'value' },
    })
  })

  it('--evidence writes a file for each row and a manifest, the same each time', async () => {
    const now = ['--now', '2026-09-02T08:00:00+08:00']
    const wanted = ['--catalog', file('catalog.json'), '--only', `${COVERAGE},${REPORTED}`, ...now]
    printed(await run(...wanted, '--evidence', file('evidence')))
    printed(await run(...wanted, '--evidence', file('again')))
    const names = await readdir(file('evidence'))
    expect(names.sort()).toEqual([`${COVERAGE}.json`, `${REPORTED}.json`, 'manifest.json'])
    for (const name of names) {
      expect(await readFile(file(`again/${name}`), 'utf8')).toBe(await readFile(file(`evidence/${name}`), 'utf8'))
    }
    expect(JSON.parse(await readFile(file(`evidence/${COVERAGE}.json`), 'utf8'))).toMatchObject({
      indicator: { id: COVERAGE, kind: 'ratio' },
      scope: null,
      star: 3,
      metrics: {
        value: {
          value: 0.333333333,
          definition: { method: 'covered', subjects: 'areas' },
          parameters: { threshold: 0.8 },
          subjects: [
            { feed: 'areas', id: 'away', state: 'uncovered', value: 0 },
            { feed: 'areas', id: 'half', state: 'uncovered' },
            { feed: 'areas', id: 'inside', state: 'covered', value: 1 },
          ],
        },
      },
      feeds: [
        { id: 'areas', url: 'areas.geojson', quarantined: [{ id: 'lost' }] },
        { id: 'sites', asOf: '2026-08-31T20:00:00+08:00' },
      ],
    })
    expect(JSON.parse(await readFile(file('evidence/manifest.json'), 'utf8'))).toMatchObject({
      hashes: { catalog: expect.stringMatching(/^[0-9a-f]{64}$/) },
      only: [COVERAGE, REPORTED],
      rows: [{ id: REPORTED }, { id: COVERAGE }],
    })
  })
})
