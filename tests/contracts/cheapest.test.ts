import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { computeCheapest } from '#cli/cheapest/computeCheapest.ts'
import { parseCheapest } from '#cli/cheapest/parseCheapest.ts'
import { computeIndicators } from '#cli/indicators/computeIndicators.ts'
import { parseArguments } from '#cli/indicators/parseArguments.ts'
import { readSource, sourceUrl } from '#cli/readSource.ts'
import { CATALOG, COVERAGE, runScript, type ServedFolder, serveFolder } from './commandLineFixture'

// Each run of the command starts Node anew: a second alone, many more on a busy machine.
vi.setConfig({ testTimeout: 120_000 })

const INTACT = 'video-surveillance-completeness'
const CONNECTED = 'video-surveillance-networking'
const CAMPUS = 'smart-campus-coverage'
let served: ServedFolder

const point = (id: string, at: readonly number[], properties: object = {}) => ({
  ...{ type: 'Feature', id, properties },
  geometry: { type: 'Point', coordinates: at },
})
const collection = (...features: readonly object[]) => ({ type: 'FeatureCollection', features })
const feed = (id: string, record: string, more: object = {}) => ({
  ...{ id, record, source: { type: 'geojson', url: `${id}.geojson` } },
  ...more,
})
const is = (property: string, value: unknown = true) => ['==', ['get', property], value]

/**
 * Ten cameras, of which seven work and seven are connected; neither mends the other but for a new one, which does both for less
 * than the two together. Camera c7 has no price. Schools are smart at no measure at all.
 */
const CAMERAS = collection(
  ...Array.from({ length: 10 }, (_, at) =>
    point(`c${at}`, [116.6 + at / 1000, 35.3], {
      ...{ ok: at < 7, connected: at < 6 || at === 9 },
      ...(at === 7 ? {} : { price: 100 + at }),
    }),
  ),
)
/** Three places 2 km apart, one covered; poles at all of them; the id of one is that of a site elsewhere. */
const place = (at: number) => [116.6 + at / 50, 35.4]

beforeAll(async () => {
  served = await serveFolder()
  const { indicators: _, feeds, ...rest } = CATALOG
  await served.write('cheapest.json', {
    ...rest,
    feeds: [
      ...feeds.filter(({ id }) => id !== 'cameras'),
      ...[feed('cams', 'camera'), feed('schools', 'place'), feed('spots', 'place'), feed('poles', 'generic')],
      feed('masts', 'site', { footprint: { radius: 100 } }),
    ],
    indicators: [
      { id: COVERAGE, metrics: { value: { method: 'covered', subjects: 'spots', by: 'masts' } } },
      {
        id: INTACT,
        metrics: {
          hd_area_coverage: { method: 'share', of: 'cams', match: ['has', 'ok'] },
          camera_intact_rate: { method: 'share', of: 'cams', match: is('ok') },
        },
      },
      { id: CONNECTED, metrics: { value: { method: 'share', of: 'cams', match: is('connected') } } },
      { id: CAMPUS, metrics: { value: { method: 'share', of: 'schools', match: is('smart') } } },
    ],
    measures: [
      {
        id: 'mend',
        unit: '市公安局',
        feed: 'cams',
        where: is('ok', false),
        patch: { ok: true },
        cost: ['get', 'price'],
      },
      { id: 'connect', feed: 'cams', where: is('connected', false), patch: { connected: true }, cost: 100 },
      { id: 'paint', feed: 'schools', patch: { colour: 'green' }, cost: 1 },
      { id: 'mast', unit: '铁塔公司', feed: 'masts', add: { candidates: 'poles' }, cost: 5000 },
    ],
  })
  await served.write('cams.geojson', CAMERAS)
  await served.write('schools.geojson', collection(point('s', [116.6, 35.3], { smart: false })))
  await served.write('spots.geojson', collection(...[0, 1, 2].map((at) => point(`spot${at}`, place(at)))))
  await served.write('masts.geojson', collection(point('m0', place(0)), point('p2', [116.7, 35.45])))
  await served.write('poles.geojson', collection(point('m0', place(0)), point('p1', place(1)), point('p2', place(2))))
})
afterAll(() => served.stop())

async function computed(...options: readonly string[]) {
  const wanted = parseCheapest([
    '--catalog',
    served.file('cheapest.json'),
    '--steps',
    '200',
    '--lang',
    'en',
    ...options,
  ])
  if (!wanted.ok) return wanted
  const url = sourceUrl(wanted.value.catalog)
  return computeCheapest(wanted.value, url, readSource, { wall: () => 0, cpu: () => 0 })
}
async function found(...options: readonly string[]) {
  const answer = await computed(...options)
  if (!answer.ok) throw new Error(answer.faults.join('\n'))
  return answer
}
async function refused(...options: readonly string[]): Promise<readonly string[]> {
  const answer = await computed(...options)
  return answer.ok ? ['nothing was refused'] : answer.faults.filter((line) => !line.startsWith('npm run'))
}
/** Stars as the command line of indicators counts them with a plan. */
async function starsWith(plan: object): Promise<ReadonlyMap<string, number | null>> {
  const wanted = parseArguments(['--catalog', served.file('cheapest.json'), '--partial'])
  if (!wanted.ok) throw new Error(wanted.faults.join('\n'))
  const answer = await computeIndicators(wanted.value, sourceUrl(wanted.value.catalog), readSource, {
    plan: new TextEncoder().encode(JSON.stringify(plan)),
  })
  if (!answer.ok) throw new Error(answer.faults.join('\n'))
  return new Map(answer.result.indicators.map(({ id, star }) => [id, star]))
}

describe('cheapest', () => {
  it('takes what is cheapest for all rows, and its plan has the stars that it says', async () => {
    const { result, plan, warnings } = await found('--want', '4', '--rows', `${INTACT},${CONNECTED},${COVERAGE}`)
    for (const [id, star] of await starsWith(plan)) {
      const row = result.rows.find((each) => each.id === id)
      if (row) expect([id, star]).toEqual([id, row.after])
    }
    expect(result.rows.map(({ id, reachable }) => [id, reachable])).toEqual([
      [INTACT, true],
      [CONNECTED, true],
      [COVERAGE, true],
    ])
    expect(result.rows.every(({ after }) => (after ?? 0) >= 4)).toBe(true)
    expect(result.cost).toBe(result.measures.reduce((sum, { cost }) => sum + cost, 0))
    expect([result.proved, result.bound]).toEqual([true, result.cost])
    expect(warnings).toContain('measures mend: 1 passed over: what it would cost is not known')
    expect(warnings).toContain('measures mast: 1 candidates passed over: one stands there')
  })

  it('names what is built as suggest does, and where', async () => {
    const { result, plan } = await found('--want', '5', '--rows', COVERAGE)
    expect(result.measures).toEqual([
      { measure: 'mast', feed: 'masts', id: 'p1', coordinates: place(1), cost: 5000, unit: '铁塔公司' },
      { measure: 'mast', feed: 'masts', id: 'plan:p2', coordinates: place(2), cost: 5000, unit: '铁塔公司' },
    ])
    expect(plan.changes).toMatchObject([
      { feed: 'masts', put: { id: 'p1' } },
      { feed: 'masts', put: { id: 'plan:p2' } },
    ])
  })

  it('leaves out and names what no choice can lift', async () => {
    const { result } = await found('--want', '4', '--rows', `${CAMPUS},${CONNECTED}`)
    expect(result.rows).toMatchObject([
      { id: CAMPUS, reachable: false },
      { id: CONNECTED, reachable: true },
    ])
    // Schools are painted, which changes no row: by default it is not asked about.
    expect((await found('--want', '4')).result.rows.map(({ id }) => id)).not.toContain(CAMPUS)
  })

  it('lifts the most rows that a budget allows, and its order spends least before each', async () => {
    const all = (await found('--want', '4', '--rows', `${INTACT},${CONNECTED}`)).result
    const { result } = await found('--want', '4', '--rows', `${INTACT},${CONNECTED}`, '--budget', String(all.cost - 1))
    expect(result.rows.filter(({ after }) => (after ?? 0) >= 4)).toHaveLength(1)
    expect([result.bound, result.rowsBound, result.cost < all.cost]).toEqual([null, 1, true])
    expect(all.order.map(({ spent }) => spent)).toEqual(all.order.map(({ spent }) => spent).sort((a, b) => a - b))
    expect(all.order[0]?.spent).toBe(result.cost)
    expect(all.order.at(-1)?.spent).toBe(all.cost)
  })

  it('says what is wrong with what it is asked', async () => {
    expect(await refused('--want', '6')).toEqual(['--want: expected a star from 1 to 5, found 6'])
    expect(await refused('--want', '4', '--budget=-1')).toEqual([
      '--budget: expected an amount of at least 0, found -1',
    ])
    expect(await refused('--want', '4', '--rows', 'nothing')).toEqual(['--rows: the standard has no row nothing'])
    expect(await refused('--want', '4', '--scope', 'moon')).toEqual([expect.stringContaining('--scope: expected')])
    expect(await refused()).toEqual(['--want STAR is missing'])
  })

  it('is one JSON object and a plan in a file, the same bytes each time, or exit 2 and nothing', async () => {
    const out = served.file('plan-cheapest.json')
    const options = ['--catalog', served.file('cheapest.json'), '--want', '4', '--steps', '50', '--out', out]
    const first = await runScript('cheapest', ...options)
    expect(first.code).toBe(0)
    expect(JSON.parse(first.out)).toMatchObject({ want: 4, proved: true })
    expect(JSON.parse(await readFile(out, 'utf8'))).toMatchObject({ format: 'one-map/plan', city: '370883' })
    expect((await runScript('cheapest', ...options)).out).toBe(first.out)
    const wrong = await runScript('cheapest', '--catalog', served.file('catalog.json'), '--want', '4')
    expect([wrong.code, wrong.out]).toEqual([2, ''])
  })
})
