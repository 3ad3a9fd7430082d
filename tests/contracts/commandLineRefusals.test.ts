import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { CATALOG, COVERAGE, printed, REPORTED, rowOf, run, type ServedFolder, serveFolder } from './commandLineFixture'

// Each run starts Node anew: a second alone, many more on a busy machine.
vi.setConfig({ testTimeout: 120_000 })

let served: ServedFolder
const file = (name: string): string => served.file(name)

beforeAll(async () => {
  served = await serveFolder()
})
afterAll(() => served.stop())

describe('refusing, with exit 2, a line for each fault, and nothing on standard output', () => {
  async function refusal(...options: string[]): Promise<string[]> {
    const { code, out, err } = await run(...options)
    expect([code, out]).toEqual([2, ''])
    return err.trimEnd().split('\n')
  }

  it('a faulty catalog', async () => {
    await served.write('faulty.json', { ...CATALOG, history: 'nowhere', layers: [{ id: 'l', feed: 'nowhere' }] })
    const lines = await refusal('--catalog', file('faulty.json'), '--lang', 'en')
    expect(lines.map((line) => line.split(':')[0])).toEqual(['history', 'layers[0].feed'])
  })

  it('a catalog that is not there', async () => {
    expect((await refusal('--catalog', file('nothing.json'))).length).toBe(1)
    expect((await refusal('--catalog', `${served.address}/nothing.json`, '--lang', 'en'))[0]).toContain('HTTP 404')
  })

  it('a feed that a wanted metric uses and that cannot be read; unless --partial', async () => {
    const [areas, ...others] = CATALOG.feeds
    await served.write('unreadable.json', {
      ...CATALOG,
      feeds: [{ ...areas, source: { type: 'geojson', url: 'missing.geojson' } }, ...others],
    })
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
    await served.write('broken.json', {
      ...CATALOG,
      feeds: CATALOG.feeds.map((feed) => ({ ...feed, source: { type: 'geojson', url: 'broken.geojson' } })),
    })
    await served.write('broken.geojson', '{"type":"FeatureCollection","features":[')
    const lines = await refusal('--catalog', file('broken.json'), '--only', COVERAGE, '--lang', 'en')
    expect(lines).toEqual([
      'areas: is truncated: the text stops on line 1 (byte 40)',
      'sites: is truncated: the text stops on line 1 (byte 40)',
    ])
  })

  it('points that are to cover and have no footprint, where only the data show it', async () => {
    const indicators = [{ id: COVERAGE, metrics: { value: { method: 'covered', subjects: 'areas', by: 'devices' } } }]
    const devices = { id: 'devices', record: 'device', source: { type: 'geojson', url: 'sites.geojson' } }
    await served.write('bare.json', { ...CATALOG, feeds: [...CATALOG.feeds, devices], indicators })
    expect((await refusal('--catalog', file('bare.json'), '--lang', 'en'))[0]).toContain(
      'indicators[0].metrics.value.by: ',
    )
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
