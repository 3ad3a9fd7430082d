import { spawn } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'

interface Run {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

const ROOT = new URL('../..', import.meta.url).pathname
const TSX = join(ROOT, 'node_modules/.bin/tsx')

// Each run starts Node anew: a second alone, many more on a busy machine.
vi.setConfig({ testTimeout: 120_000 })

/** Runs the command line as a user does, without npm's own lines. */
function run(...options: string[]): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(TSX, ['src/cli/indicators.ts', ...options], { cwd: ROOT })
    let out = ''
    let err = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      err += text
    })
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, out, err }))
  })
}

interface Printed {
  readonly catalog: string
  readonly scope: string | null
  readonly dataTime: string | null
  readonly indicators: readonly {
    readonly id: string
    readonly star: number | null
    readonly status: string
    readonly metrics: Readonly<Record<string, Readonly<Record<string, unknown>>>>
    readonly items?: Readonly<Record<string, boolean | null>>
    readonly parameters: unknown
  }[]
  readonly feeds: readonly Readonly<Record<string, unknown>>[]
}

function printed({ out, code, err }: Run): Printed {
  expect([code, err.includes('Error')]).toEqual([0, false])
  return JSON.parse(out)
}
const rowOf = (result: Printed, id: string) => result.indicators.find((row) => row.id === id)

const COVERAGE = '5g-key-area-coverage'
const REPORTED = 'e-certificate-usage-rate'
const CHECKLIST = 'institutional-mechanism'

const square = (id: string, west: number, south: number, size: number, more: Record<string, unknown> = {}) => ({
  type: 'Feature',
  id,
  properties: { GXSJ: '2026-09-01 08:00', ...more },
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [west, south],
        [west + size, south],
        [west + size, south + size],
        [west, south + size],
        [west, south],
      ],
    ],
  },
})
const site = (id: string, at: readonly number[], metres: number) => ({
  type: 'Feature',
  id,
  properties: { range_m: metres },
  geometry: { type: 'Point', coordinates: at },
})
const collection = (features: readonly unknown[], more: Record<string, unknown> = {}) => ({
  type: 'FeatureCollection',
  ...more,
  features,
})
const told = (properties: Record<string, unknown>) => ({
  type: 'Feature',
  id: `${properties.indicator}/${properties.metric ?? properties.item}`,
  geometry: null,
  properties: { date: '2026-08-31', source: '大数据局', ...properties },
})

/**
 * Three squares of about 91 m by 111 m: one wholly within 500 m of the only site, one about half within its reach of
 * 500 m (its west side 460 m east of the site, its east side 551 m), one kilometres away. And one that has no geometry.
 */
const AREAS = collection([
  square('inside', 116.5, 35.3, 0.001),
  square('half', 116.5055, 35.3, 0.001, { inCore: true }),
  square('away', 116.6, 35.3, 0.001),
  { type: 'Feature', id: 'lost', properties: {}, geometry: null },
])
const SITES = collection([site('s', [116.5005, 35.3005], 500)], { asOf: '2026-08-31T12:00:00Z' })
const CORE = collection([square('core', 116.49, 35.29, 0.05)])
const TOLD = collection([
  told({ indicator: REPORTED, metric: 'value', value: 0.85 }),
  told({ indicator: CHECKLIST, item: 'leading_group', value: true }),
])

const CATALOG = {
  version: 1,
  city: { code: '370883', name: { zh: '示例', en: 'Sample' }, bounds: [116, 35, 117, 36] },
  scopes: [{ id: 'core', feed: 'core', where: ['==', ['get', 'id'], 'core'] }],
  feeds: [
    { id: 'areas', record: 'place', source: { type: 'geojson', url: 'areas.geojson' }, fields: { time: 'GXSJ' } },
    {
      id: 'sites',
      record: 'site',
      source: { type: 'geojson', url: 'sites.geojson' },
      footprint: { radius: ['get', 'range_m'] },
    },
    { id: 'core', record: 'zone', source: { type: 'geojson', url: 'core.geojson' } },
    { id: 'told', record: 'reported', source: { type: 'geojson', url: 'told.geojson' } },
    { id: 'unused', record: 'place', source: { type: 'geojson', url: 'unused.geojson' } },
  ],
  indicators: [
    { id: COVERAGE, metrics: { value: { method: 'covered', subjects: 'areas', by: 'sites', threshold: 0.8 } } },
  ],
}

let folder = ''
let server: Server
let address = ''
const file = (name: string): string => join(folder, name)
const write = (name: string, value: unknown) =>
  writeFile(file(name), typeof value === 'string' ? value : JSON.stringify(value))

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'one-map-'))
  await write('catalog.json', CATALOG)
  await write('areas.geojson', AREAS)
  await write('sites.geojson', SITES)
  await write('core.geojson', CORE)
  await write('told.geojson', TOLD)
  await write('faulty.json', { ...CATALOG, history: 'nowhere', layers: [{ id: 'l', feed: 'nowhere' }] })
  const [areas, ...others] = CATALOG.feeds
  await write('unreadable.json', {
    ...CATALOG,
    feeds: [{ ...areas, source: { type: 'geojson', url: 'missing.geojson' } }, ...others],
  })
  server = createServer((request, response) => {
    const name = (request.url ?? '').replace(/^\/data\//, '')
    readFile(file(name)).then(
      (bytes) => response.setHeader('content-type', extname(name) === '.json' ? 'application/json' : 'x/y').end(bytes),
      () => response.writeHead(404).end(),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const at: AddressInfo | string | null = server.address()
  if (at === null || typeof at === 'string') throw new Error('no port')
  address = `http://127.0.0.1:${at.port}/data`
})

afterAll(async () => {
  await new Promise((resolve) => server.close(resolve))
  await rm(folder, { recursive: true })
})

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
    expect(done.err).toContain('areas: 1 of 4 features quarantined')
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
    const result = printed(await run('--catalog', `${address}/catalog.json`, '--only', COVERAGE))
    expect(rowOf(result, COVERAGE)?.metrics.value).toMatchObject({ numerator: 1, denominator: 3 })
    expect(result.catalog).toBe(`${address}/catalog.json`)
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
    const wanted = ['--catalog', file('catalog.json'), '--only', `${COVERAGE},${REPORTED}`]
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

describe('refusing, with exit 2, a line for each fault, and nothing on standard output', () => {
  async function refusal(...options: string[]): Promise<string[]> {
    const { code, out, err } = await run(...options)
    expect([code, out]).toEqual([2, ''])
    return err.trimEnd().split('\n')
  }

  it('a faulty catalog', async () => {
    const lines = await refusal('--catalog', file('faulty.json'), '--lang', 'en')
    expect(lines.map((line) => line.split(':')[0])).toEqual(['history', 'layers[0].feed'])
  })

  it('a catalog that is not there', async () => {
    expect((await refusal('--catalog', file('nothing.json'))).length).toBe(1)
    expect((await refusal('--catalog', `${address}/nothing.json`, '--lang', 'en'))[0]).toContain('HTTP 404')
  })

  it('a feed that a wanted metric uses and that cannot be read; unless --partial', async () => {
    const lines = await refusal('--catalog', file('unreadable.json'))
    expect(lines.length).toBe(1)
    expect(lines[0]).toMatch(/^areas: .*missing\.geojson/)

    const spared = printed(await run('--catalog', file('unreadable.json'), '--only', REPORTED))
    expect(rowOf(spared, REPORTED)?.status).toBe('ok')

    const partial = await run('--catalog', file('unreadable.json'), '--partial')
    const result = printed({ ...partial, err: '' })
    expect(partial.err).toContain('missing.geojson')
    expect(rowOf(result, COVERAGE)).toMatchObject({
      star: null,
      status: 'unknown',
      metrics: { value: { value: null, why: 'feed-unreadable:areas' } },
    })
    expect(rowOf(result, REPORTED)?.status).toBe('ok')
    expect(result.feeds[0]).toMatchObject({ id: 'areas', read: 0, sha256: null, error: { code: 'unreachable' } })
  })

  it('a feed that is no GeoJSON', async () => {
    await write('broken.json', {
      ...CATALOG,
      feeds: CATALOG.feeds.map((feed) => ({ ...feed, source: { type: 'geojson', url: 'broken.geojson' } })),
    })
    await write('broken.geojson', '{"type":"FeatureCollection","features":[')
    const lines = await refusal('--catalog', file('broken.json'), '--only', COVERAGE, '--lang', 'en')
    expect(lines).toEqual([
      'areas: is truncated: the text stops on line 1 (byte 40)',
      'sites: is truncated: the text stops on line 1 (byte 40)',
    ])
  })

  it('points that are to cover and have no footprint, where only the data show it', async () => {
    const indicators = [{ id: COVERAGE, metrics: { value: { method: 'covered', subjects: 'areas', by: 'devices' } } }]
    const devices = { id: 'devices', record: 'device', source: { type: 'geojson', url: 'sites.geojson' } }
    await write('bare.json', { ...CATALOG, feeds: [...CATALOG.feeds, devices], indicators })
    expect((await refusal('--catalog', file('bare.json'), '--lang', 'en'))[0]).toContain(`${COVERAGE}.value.by`)
  })

  it('names that are unknown, all at once', async () => {
    const lines = await refusal(
      ...['--catalog', file('catalog.json'), '--scope', 'nowhere', '--only', 'nothing'],
      ...['--set', 'nobody.threshold=1', '--set', `${COVERAGE}.colour=1`, '--set', `${COVERAGE}.other.threshold=1`],
      ...['--set', `${COVERAGE}.by=nothing`],
    )
    expect(lines.length).toBe(5)
    const feed = await refusal('--catalog', file('catalog.json'), '--set', `${COVERAGE}.by=nothing`)
    expect(feed[0]).toContain('nothing')
  })

  it('options that it does not know', async () => {
    expect((await refusal('--catalog', file('catalog.json'), '--colour')).at(-1)).toContain('--catalog PATH_OR_URL')
  })

  it('a file that cannot be written', async () => {
    await refusal('--catalog', file('catalog.json'), '--only', COVERAGE, '--gaps', file('no/such/folder.geojson'))
  })
})
