import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { CATALOG, COVERAGE, run, type ServedFolder, serveFolder } from './commandLineFixture'

// Each run starts Node anew: a second alone, many more on a busy machine.
vi.setConfig({ testTimeout: 120_000 })

let served: ServedFolder

const home = (id: string, west: number, width: number, people: unknown) => ({
  type: 'Feature',
  id,
  properties: { people },
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [west, 35.3],
        [west + width, 35.3],
        [west + width, 35.301],
        [west, 35.301],
        [west, 35.3],
      ],
    ],
  },
})
const HOMES = {
  type: 'FeatureCollection',
  // `away` is the west half of the first; the second, under `half`, does not say how many live there.
  features: [home('h1', 116.6, 0.002, 400), home('h2', 116.505, 0.002, null)],
}
const PEOPLED = {
  ...CATALOG,
  roles: { people: { feed: 'homes', value: ['get', 'people'] } },
  feeds: [...CATALOG.feeds, { id: 'homes', record: 'zone', source: { type: 'geojson', url: 'homes.geojson' } }],
}

beforeAll(async () => {
  served = await serveFolder()
  await served.write('peopled.json', PEOPLED)
})
afterAll(() => served.stop())

async function gapsIn(catalog: string) {
  const options = ['--catalog', served.file(catalog), '--only', COVERAGE]
  const plain = await run(...options)
  const asked = await run(...options, '--gaps', served.file('gaps.geojson'))
  // What the gaps need beside the rows changes nothing of what is printed.
  expect([asked.code, asked.out]).toEqual([0, plain.out])
  const text = await readFile(served.file('gaps.geojson'), 'utf8')
  const { features }: { features: { properties: Record<string, unknown> }[] } = JSON.parse(text)
  return { err: asked.err, gaps: features.map(({ properties }) => properties) }
}

describe('--gaps', () => {
  it('says how many live in a gap, why it is there and what stands nearest', async () => {
    await served.write('homes.geojson', HOMES)
    const {
      gaps: [away, half],
    } = await gapsIn('peopled.json')
    expect(away).toMatchObject({ subject: 'away', people: 200, why: 'none-near', nearest: 's' })
    // The site reaches 500 m, which is where the gap begins.
    expect(half).toMatchObject({ subject: 'half', people: null, why: 'out-of-reach', nearest: 's' })
    expect(half?.nearest_m).toBeCloseTo(500, 0)
    expect(Object.keys(half ?? {}).slice(0, 4)).toEqual(['subject', 'indicator', 'metric', 'area_m2'])
  })

  it('does not know how many where nobody says, and does not fail for it', async () => {
    await served.write('homes.geojson', '{')
    const { gaps, err } = await gapsIn('peopled.json')
    expect(gaps.map(({ people }) => people)).toEqual([null, null])
    expect(err).toContain('homes: ')
    expect((await gapsIn('catalog.json')).gaps.map(({ people }) => people)).toEqual([null, null])
  })
})

describe('a place that cannot be written to', () => {
  it('is named with the option and the reason, in the language asked for, and nothing is printed', async () => {
    const asked = ['--catalog', served.file('catalog.json'), '--only', COVERAGE]
    const nowhere = served.file('no/such/gaps.geojson')
    expect(await run(...asked, '--gaps', nowhere)).toEqual({
      code: 2,
      out: '',
      err: `--gaps: 写不了 ${nowhere}: 没有 ${served.file('no/such')} 这个文件夹\n`,
    })
    const inFile = served.file('catalog.json')
    expect(await run(...asked, '--evidence', inFile, '--lang', 'en')).toEqual({
      code: 2,
      out: '',
      err: `--evidence: cannot write ${inFile}: a file of that name is there\n`,
    })
  })

  it('and so is a file that is not there to be read', async () => {
    const { code, err } = await run('--catalog', served.file('none.json'), '--lang', 'en')
    expect(code).toBe(2)
    expect(err).toContain(`there is no file or folder ${served.file('none.json')}`)
  })
})

describe('--gap-list', () => {
  const point = (id: string, coordinates: readonly number[]) => ({
    ...{ type: 'Feature', id, properties: {}, geometry: { type: 'Point', coordinates } },
  })
  const RANKED = {
    ...PEOPLED,
    feeds: [...PEOPLED.feeds, { id: 'shops', record: 'place', source: { type: 'geojson', url: 'shops.geojson' } }],
  }
  const options = () => ['--catalog', served.file('ranked.json'), '--only', COVERAGE]

  beforeAll(async () => {
    await served.write('ranked.json', RANKED)
    // `away` has the larger gap and the shops, `half` the people.
    await served.write('homes.geojson', {
      type: 'FeatureCollection',
      features: [home('h1', 116.6, 0.002, 40), home('h2', 116.505, 0.002, 4000)],
    })
    const shops = [point('p', [116.6002, 35.3002]), point('q', [116.6008, 35.3008]), point('r', [116.7, 35.3])]
    await served.write('shops.geojson', { type: 'FeatureCollection', features: shops })
  })

  it('ranks gaps by people, by area and by places, and says which places lie in one', async () => {
    const plain = await run(...options())
    for (const [rank, order] of [
      ['people', ['half', 'away']],
      ['area', ['away', 'half']],
      ['places', ['away', 'half']],
    ] as const) {
      const { code, out } = await run(...options(), '--gap-list', served.file('list.json'), '--rank', rank)
      expect([code, out]).toEqual([0, plain.out])
      const list = JSON.parse(await readFile(served.file('list.json'), 'utf8'))
      expect(list.gaps.map(({ id }: { id: string }) => id)).toEqual(order)
      const away = list.gaps.find(({ id }: { id: string }) => id === 'away')
      // Half of the cell of 40 people.
      expect(away).toMatchObject({ people: 20, places: { shops: 2 }, why: 'none-near' })
      expect(list.totals).toMatchObject([{ row: COVERAGE, ofPeople: 4040, places: { shops: 2 } }])
    }
  })

  it('is a table with byte order mark, or a map that states its datum, in the same order', async () => {
    await run(...options(), '--gap-list', served.file('list.csv'))
    const text = await readFile(served.file('list.csv'), 'utf8')
    expect(text).toMatch(/^\uFEFFrank,row,metric,id,/)
    const lines = text.trimEnd().split('\r\n').slice(1)
    expect(lines.map((line) => line.split(',').slice(0, 4))).toEqual([
      ['1', COVERAGE, 'value', 'half'],
      ['2', COVERAGE, 'value', 'away'],
    ])
    await run(...options(), '--gap-list', served.file('list.geojson'), '--datum', 'cgcs2000')
    const map = JSON.parse(await readFile(served.file('list.geojson'), 'utf8'))
    expect(map).toMatchObject({
      datum: { name: 'CGCS2000' },
      features: [
        { geometry: { type: 'Polygon' }, properties: { rank: 1, subject: 'half' } },
        { geometry: { type: 'Polygon' }, properties: { rank: 2, subject: 'away' } },
      ],
    })
    expect(map).not.toHaveProperty('crs')
  })

  it('never takes gaps that are not known for none', async () => {
    await served.write('sites.geojson', '{')
    const { code, err } = await run(...options(), '--partial', '--lang', 'en', '--gap-list', served.file('list.json'))
    expect(code).toBe(0)
    expect(err).toContain(`--gap-list: ${COVERAGE}.value is not known (feed-unreadable:sites): neither are its gaps`)
    const list = JSON.parse(await readFile(served.file('list.json'), 'utf8'))
    expect(list).toMatchObject({
      gaps: [],
      unknown: [{ row: COVERAGE, metric: 'value', why: 'feed-unreadable:sites' }],
    })
  })

  it('names every fault of its options', async () => {
    const { code, out, err } = await run(
      ...options(),
      '--gap-list',
      'list.xlsx',
      '--rank',
      'size',
      '--datum',
      'bj54',
      '--lang',
      'en',
    )
    expect([code, out]).toEqual([2, ''])
    expect(err.split('\n').slice(0, 3)).toEqual([
      '--rank: expected people, area, places, found size',
      '--datum: expected wgs84, cgcs2000, found bj54',
      '--gap-list: expected a file name ending .csv, .json or .geojson, found list.xlsx',
    ])
    expect((await run(...options(), '--rank', 'area')).err).toContain('--rank 只与 --gap-list 同用')
  })
})
