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
