import { open, readdir } from 'node:fs/promises'
import { createServer } from 'node:http'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { computeIndicators } from '#cli/indicators/computeIndicators.ts'
import { parseArguments } from '#cli/indicators/parseArguments.ts'
import { readSource, sourceUrl } from '#cli/readSource.ts'
import { CATALOG, COVERAGE, run, type ServedFolder, serveFolder } from './commandLineFixture'

vi.setConfig({ testTimeout: 120_000 })

let served: ServedFolder
beforeAll(async () => {
  served = await serveFolder()
})
afterAll(() => served.stop())

async function compute(catalog: unknown, ...options: string[]) {
  await served.write('own.json', catalog)
  const wanted = parseArguments(['--catalog', served.file('own.json'), '--only', COVERAGE, ...options])
  if (!wanted.ok) throw new Error(wanted.faults.join())
  return computeIndicators(wanted.value, sourceUrl(wanted.value.catalog), readSource)
}

describe('points that have no footprint', () => {
  const point = {
    type: 'Feature',
    id: 'p',
    properties: { kind: 'mast' },
    geometry: { type: 'Point', coordinates: [116.5, 35.3] },
  }
  const catalogWith = (byWhere?: unknown) => ({
    ...CATALOG,
    feeds: [...CATALOG.feeds, { id: 'mixed', record: 'place', source: { type: 'geojson', url: 'mixed.geojson' } }],
    indicators: [{ id: COVERAGE, metrics: { value: { method: 'covered', subjects: 'areas', by: 'mixed', byWhere } } }],
  })

  beforeAll(async () => {
    const { features } = JSON.parse(new TextDecoder().decode(await readSource(sourceUrl(served.file('core.geojson')))))
    await served.write('mixed.geojson', { type: 'FeatureCollection', features: [...features, point] })
  })

  it('are no fault where the metric does not ask them to cover: the page computes that, too', async () => {
    const computed = await compute(catalogWith(['!', ['has', 'kind']]))
    if (!computed.ok) throw new Error(computed.faults.join())
    // The area of the core covers two of three squares; the place without geometry is excluded.
    expect(computed.result.indicators[0]?.metrics.value).toMatchObject({ numerator: 2, denominator: 3 })
  })

  it('are one where it does, in the language asked for', async () => {
    const zh = await compute(catalogWith())
    const en = await compute(catalogWith(), '--lang', 'en')
    const path = 'indicators[0].metrics.value.by: '
    expect([zh, en].map((refused) => !refused.ok && refused.faults)).toEqual([
      [`${path}应为带 footprint 的数据源或面数据源,实为 mixed 中没有覆盖范围的点`],
      [`${path}expected a feed with a footprint or of polygons, found points in mixed`],
    ])
  })
})

it('why a layer lies elsewhere is said beside the result, in the language asked for', async () => {
  const { features } = JSON.parse(new TextDecoder().decode(await readSource(sourceUrl(served.file('sites.geojson')))))
  const turned = features.map((feature: { geometry: { coordinates: number[] } }) => ({
    ...feature,
    geometry: { type: 'Point', coordinates: feature.geometry.coordinates.toReversed() },
  }))
  await served.write('turned.geojson', { type: 'FeatureCollection', features: turned })
  const feeds = CATALOG.feeds.map((feed) =>
    feed.id === 'sites' ? { ...feed, source: { type: 'geojson', url: 'turned.geojson' } } : feed,
  )
  const lines = async (...options: string[]) => {
    const computed = await compute({ ...CATALOG, feeds }, ...options)
    if (!computed.ok) throw new Error(computed.faults.join())
    return computed.warnings.filter((line) => line.startsWith('sites'))
  }
  expect(await lines()).toEqual(['sites: 1 个要素中隔离了 1 个', 'sites: 整层不在本市:看来经度与纬度写反了'])
  expect(await lines('--lang', 'en')).toEqual([
    'sites: 1 of 1 features quarantined',
    'sites: the whole layer lies outside the city: longitude and latitude look swapped',
  ])
})

describe('a file of 500 MB', () => {
  it('is refused by the limit before it is read', async () => {
    const file = await open(served.file('huge.geojson'), 'w')
    await file.truncate(500_000_000) // A hole: it takes no room on the disk.
    await file.close()
    const feeds = CATALOG.feeds.map((feed) =>
      feed.id === 'sites' ? { ...feed, source: { type: 'geojson', url: 'huge.geojson' } } : feed,
    )
    const before = process.memoryUsage().rss
    const refused = await compute({ ...CATALOG, feeds })
    expect(!refused.ok && refused.faults).toEqual([`sites: 超过 256 MB,不读取;请拆分(${served.file('huge.geojson')})`])
    expect(process.memoryUsage().rss - before).toBeLessThan(200_000_000)
  })

  it('is refused by what the server says, or by what comes', async () => {
    let sent = 0
    const server = createServer((request, response) => {
      const piece = Buffer.alloc(2 ** 20, ' ')
      if (request.url === '/said') response.setHeader('content-length', 500_000_000)
      const write = (): void => {
        if (response.destroyed || sent > 600) return void response.end()
        sent += 1
        response.write(piece, () => setImmediate(write))
      }
      write()
    })
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    const address = server.address()
    const base = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
    try {
      await expect(readSource(`${base}/said`)).rejects.toThrow('larger than 256 MB')
      expect(sent).toBeLessThan(200)
      sent = 0
      await expect(readSource(`${base}/silent`)).rejects.toThrow('larger than 256 MB')
      expect(sent).toBeLessThan(400)
    } finally {
      server.closeAllConnections()
      server.close()
    }
  })
})

it('what data would make a terminal do is shown, not done, and evidence is written whole', async () => {
  const hostile = 'x\u001b[2J\u202egnp.exe\u0007'
  await served.write('hostile.geojson', {
    type: 'FeatureCollection',
    features: [{ type: 'Feature', id: hostile, properties: { name: hostile }, geometry: null }],
  })
  const feeds = CATALOG.feeds.map((feed) =>
    feed.id === 'sites' ? { ...feed, source: { type: 'geojson', url: 'hostile.geojson' } } : feed,
  )
  await served.write('hostile.json', { ...CATALOG, feeds })
  const options = ['--catalog', served.file('hostile.json'), '--only', COVERAGE, '--evidence', served.file('proof')]
  const { code, out, err } = await run(...options)
  expect(code).toBe(0)
  expect(`${out}${err}`.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u)
  const { feeds: read } = JSON.parse(out)
  expect(read[1].quarantined[0].id).toBe(hostile)
  expect((await readdir(served.file('proof'))).sort()).toEqual([`${COVERAGE}.json`, 'manifest.json'])

  const bad = await run('--catalog', 'http://[bad')
  expect([bad.code, bad.out, bad.err.trimEnd().split('\n').length]).toEqual([2, '', 1])
  expect(bad.err).toContain('http://[bad')
})
