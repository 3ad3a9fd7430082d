import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { computeIndicators } from '#cli/indicators/computeIndicators.ts'
import { parseArguments } from '#cli/indicators/parseArguments.ts'
import { readSource, sourceUrl } from '#cli/readSource.ts'
import { computeSuggestion } from '#cli/suggest/computeSuggestion.ts'
import { parseSuggest } from '#cli/suggest/parseSuggest.ts'
import { CATALOG, COVERAGE, runScript, type ServedFolder, serveFolder } from './commandLineFixture'

// Each run of the command starts Node anew: a second alone, many more on a busy machine.
vi.setConfig({ testTimeout: 120_000 })

const ESTOPS = 'electronic-police-coverage'
let served: ServedFolder

const point = (id: string, at: readonly number[], properties: object = {}) => ({
  type: 'Feature',
  id,
  properties,
  geometry: { type: 'Point', coordinates: at },
})
const square = (id: string, west: number, properties: object) => ({
  type: 'Feature',
  id,
  properties,
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [west, 35.3],
        [west + 0.001, 35.3],
        [west + 0.001, 35.301],
        [west, 35.301],
        [west, 35.3],
      ],
    ],
  },
})
const collection = (...features: readonly object[]) => ({ type: 'FeatureCollection', features })
const feed = (id: string, record: string, more: object = {}) => ({
  ...{ id, record, source: { type: 'geojson', url: `${id}.geojson` } },
  ...more,
})

/**
 * Squares of 91 m by 111 m (their corners are 72 m from their middles): `inside` is covered by the site `s`, the others by none
 * and kilometres apart.
 */
const SQUARES = collection(
  square('inside', 116.5, { people: 5 }),
  square('a', 116.52, { people: 30 }),
  square('b', 116.54, { people: 20 }),
  square('c', 116.56, { people: -7 }),
  square('d', 116.58, {}),
)
const middle = (west: number) => [west + 0.0005, 35.3005]
/** At the middles of a, b and c; where `s` stands; without a reach; and one that byWhere refuses. `s` again is another place. */
const POLES = collection(
  point('at-a', middle(116.52), { range_m: 80 }),
  point('s', middle(116.54), { range_m: 80 }),
  point('at-c', middle(116.56), { range_m: 80 }),
  point('taken', [116.50050000001, 35.3005], { range_m: 80 }),
  point('no-reach', middle(116.52)),
  point('closed', middle(116.52), { range_m: 80, closed: true }),
)
/** Two at the west and east side of a square: each covers about two thirds of it, both the whole. */
const SIDES = collection(
  point('west', [116.52, 35.3005], { range_m: 75 }),
  point('east', [116.521, 35.3005], { range_m: 75 }),
  point('far', [116.57, 35.3005], { range_m: 75 }),
)

/** Two at nearly the same place: their shares add up to more than the square needs, what they cover does not. */
const TWINS = collection(
  point('twin1', [116.52, 35.3005], { range_m: 75 }),
  point('twin2', [116.52, 35.30051], { range_m: 75 }),
)

beforeAll(async () => {
  served = await serveFolder()
  const { indicators: _, feeds, ...rest } = CATALOG
  await served.write('suggest.json', {
    ...rest,
    feeds: [
      ...feeds,
      ...[feed('squares', 'place'), feed('poles', 'generic'), feed('sides', 'generic'), feed('twins', 'generic')],
      ...[feed('stops', 'generic'), feed('signs', 'generic')],
    ],
    indicators: [
      {
        id: COVERAGE,
        metrics: {
          value: {
            ...{ method: 'covered', subjects: 'squares', by: 'sites', threshold: 0.8 },
            byWhere: ['!=', ['get', 'closed'], true],
          },
        },
      },
      { id: ESTOPS, metrics: { value: { method: 'near', subjects: 'stops', by: 'signs', metres: 60 } } },
    ],
  })
  await served.write('squares.geojson', SQUARES)
  await served.write('poles.geojson', POLES)
  await served.write('sides.geojson', SIDES)
  await served.write('twins.geojson', TWINS)
  // Along a parallel, 0.001° is 90.7 m: a sign between two stops is 45 m from both.
  await served.write(
    'stops.geojson',
    collection(...[0, 1, 2, 3].map((at) => point(`stop${at}`, [116.6 + at / 1000, 35.3]))),
  )
  await served.write('signs.geojson', collection(point('sign', [116.6, 35.3])))
})
afterAll(() => served.stop())

async function suggested(options: readonly string[], plan?: object) {
  const wanted = parseSuggest(['--catalog', served.file('suggest.json'), '--steps', '50', '--lang', 'en', ...options])
  if (!wanted.ok) return wanted
  return computeSuggestion(
    wanted.value,
    sourceUrl(wanted.value.catalog),
    readSource,
    { wall: () => 0, cpu: () => 0 },
    plan && new TextEncoder().encode(JSON.stringify(plan)),
  )
}
async function found(...options: string[]) {
  const answer = await suggested(options)
  if (!answer.ok) throw new Error(answer.faults.join('\n'))
  return answer
}
async function refused(...options: string[]): Promise<readonly string[]> {
  const answer = await suggested(options)
  return answer.ok ? ['nothing was refused'] : answer.faults.filter((line) => !line.startsWith('npm run'))
}
/** The row as the command line of indicators has it, with a plan. */
async function starOf(row: string, plan: object) {
  const wanted = parseArguments(['--catalog', served.file('suggest.json'), '--only', row])
  if (!wanted.ok) throw new Error(wanted.faults.join('\n'))
  const computed = await computeIndicators(wanted.value, sourceUrl(wanted.value.catalog), readSource, {
    plan: new TextEncoder().encode(JSON.stringify(plan)),
  })
  if (!computed.ok) throw new Error(computed.faults.join('\n'))
  return computed.result.indicators[0]
}

const AREAS = ['--row', COVERAGE, '--candidates', 'poles']

describe('suggest', () => {
  it('builds where most subjects come to count, and says what it passed over', async () => {
    const { result, plan, warnings } = await found(...AREAS, '--add', '2')
    expect(result).toEqual({
      row: COVERAGE,
      metric: 'value',
      weight: '1',
      before: { value: 0.2, numerator: 1, denominator: 5, star: null, weight: 1 },
      after: { value: 0.6, numerator: 3, denominator: 5, star: 4, weight: 3 },
      chosen: [
        { id: 'at-a', coordinates: middle(116.52), gain: 1 },
        { id: 'at-c', coordinates: middle(116.56), gain: 1 },
      ],
      value: 3,
      bound: 3,
      gap: 0,
      proved: true,
      curve: [
        { n: 1, value: 2, bound: 2 },
        { n: 2, value: 3, bound: 3 },
      ],
      candidates: 3,
      demand: 5,
      merged: 3,
    })
    expect(warnings).toEqual([
      '1 candidate passed over: one stands there',
      '1 candidate passed over: byWhere does not hold for it',
      '1 candidate passed over: the footprint radius is missing',
    ])
    expect(await starOf(COVERAGE, plan)).toMatchObject({ star: 4, metrics: { value: { numerator: 3 } } })
  })

  it('weighs subjects by a property: what is missing or negative counts 0 and is said', async () => {
    const { result, warnings } = await found(...AREAS, '--add', '3', '--weight', 'people')
    expect(result).toMatchObject({
      weight: 'people',
      before: { weight: 5 },
      // The feed has a site `s` already.
      chosen: [
        { id: 'at-a', gain: 30 },
        { id: 'plan:s', gain: 20 },
      ],
      after: { numerator: 3, weight: 55 },
      curve: [
        { n: 1, value: 35, bound: 35 },
        { n: 2, value: 55, bound: 55 },
        { n: 3, value: 55, bound: 55 },
      ],
      proved: true,
    })
    expect(warnings).toContain('2 subjects have no weight or a negative one: it counts 0')
  })

  it('finds two sites that only together cover an area, the first with no gain of its own', async () => {
    const { result, plan } = await found('--row', COVERAGE, '--candidates', 'sides', '--add', '2')
    expect(result).toMatchObject({ value: 2, proved: true, before: { weight: 1 }, after: { weight: 2 } })
    expect(result.chosen.map(({ id, gain }) => [id, gain])).toEqual([
      ['east', 0],
      ['west', 1],
    ])
    expect(await starOf(COVERAGE, plan)).toMatchObject({ metrics: { value: { numerator: 2 } } })
    // One alone is not enough, and the bound knows.
    const { result: one } = await found('--row', COVERAGE, '--candidates', 'sides', '--add', '1')
    expect(one).toMatchObject({ chosen: [], value: 1, bound: 1, gap: 0, proved: true })
  })

  it('never counts shares that overlap as covered, and proves it by trying', async () => {
    const { result } = await found('--row', COVERAGE, '--candidates', 'twins', '--add', '2')
    expect(result).toMatchObject({ chosen: [], value: 1, bound: 1, gap: 0, proved: true, merged: 1 })
  })

  it('takes points near a site, a footprint and properties of its own, and a grid', async () => {
    const near = ['--row', ESTOPS, '--add', '1', '--candidates', 'grid:30']
    const { result } = await found(...near)
    // One sign stands at the first stop: a new one can be within 60 m of two others, not of three.
    expect(result).toMatchObject({ before: { numerator: 1 }, value: 3, bound: 3, proved: true })
    const { result: wide, plan } = await found(
      ...['--row', COVERAGE, '--add', '1', '--candidates', 'grid:100', '--footprint', '{"radius": 90}'],
      ...['--properties', '{"operator": "移动"}'],
    )
    expect(wide).toMatchObject({ value: 2, bound: 2 })
    expect(plan.changes).toEqual([
      {
        feed: 'sites',
        put: {
          ...{ type: 'Feature', id: wide.chosen[0]?.id, properties: { operator: '移动' } },
          geometry: { type: 'Point', coordinates: wide.chosen[0]?.coordinates },
        },
        footprint: { radius: 90, azimuth: null, beamwidth: null },
      },
    ])
  })

  it('starts from a plan, and writes it with the sites behind its own changes', async () => {
    const before = {
      ...{ format: 'one-map/plan', version: 1, title: '试', city: '370883' },
      changes: [{ feed: 'sites', put: point('p', middle(116.54), { range_m: 100 }) }],
    }
    const answer = await suggested([...AREAS, '--add', '1'], before)
    if (!answer.ok) throw new Error(answer.faults.join('\n'))
    expect(answer.result).toMatchObject({ before: { weight: 2 }, chosen: [{ id: 'at-a' }], value: 3, candidates: 2 })
    expect(answer.plan.changes.map((change) => 'put' in change && change.put.id)).toEqual(['p', 'at-a'])
    expect(await starOf(COVERAGE, answer.plan)).toMatchObject({ metrics: { value: { numerator: 3 } } })
  })

  it('names every fault', async () => {
    expect(await refused('--row', 'nope', '--candidates', 'poles', '--add', '1')).toEqual([
      '--row: the standard has no row nope',
    ])
    expect(await refused('--row', 'institutional-mechanism', '--candidates', 'poles', '--add', '1')).toEqual([
      '--row: institutional-mechanism must have exactly one metric of method covered or near, or one must be named; there are: none',
    ])
    expect(await refused('--row', `${COVERAGE}.x`, '--candidates', 'poles', '--add', '1')).toEqual([
      `--row: ${COVERAGE} has no metric x of method covered or near; there are: value`,
    ])
    expect(await refused('--row', COVERAGE, '--candidates', 'masts', '--add', '1')).toEqual([
      '--candidates: the catalog has no feed masts',
    ])
    expect(await refused('--row', COVERAGE, '--candidates', 'unused', '--add', '1')).toEqual([
      expect.stringMatching(/^unused: /),
    ])
    expect(await refused('--row', COVERAGE, '--candidates', 'grid:100', '--add', '1')).toEqual([
      expect.stringMatching(/^--candidates: a place of the grid cannot be a new site: .*radius/),
    ])
    expect(await refused('--row', ESTOPS, '--candidates', 'grid:0.01', '--add', '1')).toEqual([
      expect.stringMatching(/^--candidates: the grid has \d+ squares, at most 100000 are allowed$/),
    ])
    expect(await refused(...AREAS, '--add', '1', '--scope', 'nowhere')).toEqual([
      '--scope: expected core, found nowhere',
    ])
    expect(
      await refused(
        '--candidates',
        'grid:-1',
        '--add',
        '0',
        '--seconds',
        '1',
        '--footprint',
        '{"radius": -1}',
        '--seed',
        'x',
      ),
    ).toHaveLength(6)
  })
})

describe('the command', () => {
  const OPTIONS = [
    ...['--catalog', 'geodata/catalog.json', '--row', '5g-key-area-coverage', '--candidates', 'grid:400', '--add', '4'],
    ...['--properties', '{"range_m": 300}', '--scope', 'built-up', '--steps', '120'],
  ]

  it('gives the same bytes by steps, and a plan with which the row is as it says', async () => {
    const out = served.file('out.json')
    const [first, second] = [
      await runScript('suggest', ...OPTIONS, '--out', out),
      await runScript('suggest', ...OPTIONS),
    ]
    expect([first.code, second.code]).toEqual([0, 0])
    expect(first.out).toBe(second.out)
    const { after, chosen, cpuMs } = JSON.parse(first.out)
    expect(cpuMs).toBeUndefined()
    const { changes } = JSON.parse(await readFile(out, 'utf8'))
    expect(changes).toHaveLength(chosen.length)
    const planned = await runScript(
      ...(['indicators', '--catalog', 'geodata/catalog.json', '--only', '5g-key-area-coverage'] as const),
      ...['--scope', 'built-up', '--plan', out],
    )
    const [row] = JSON.parse(planned.out).indicators
    expect([row.star, row.metrics.value.numerator]).toEqual([after.star, after.numerator])
  })

  it('ends with 2, a line for each fault, and nothing on standard output', async () => {
    const { code, out, err } = await runScript('suggest', '--catalog', 'geodata/catalog.json', '--add', 'two')
    expect([code, out]).toEqual([2, ''])
    expect(err.trimEnd().split('\n').slice(0, 3)).toEqual([
      '缺少 --row ROW[.METRIC]',
      '缺少 --candidates FEED|grid:METRES',
      '--add: 应为 1 到 10000 的整数,实为 two',
    ])
  })

  it('says where and why its plan cannot be written', async () => {
    const out = served.file('no/such/plan.json')
    const done = await runScript('suggest', ...OPTIONS, '--steps', '1', '--out', out, '--lang', 'en')
    expect([done.code, done.out, done.err]).toEqual([
      2,
      '',
      `--out: cannot write ${out}: there is no folder ${served.file('no/such')}\n`,
    ])
  })
})
