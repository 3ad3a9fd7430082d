import { createServer } from 'node:http'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyEvidence } from '#cli/evidence/verifyEvidence.ts'
import { computeIndicators } from '#cli/indicators/computeIndicators.ts'
import { parseArguments } from '#cli/indicators/parseArguments.ts'
import { readSource, sourceUrl } from '#cli/readSource.ts'
import { CATALOG, COVERAGE, type ServedFolder, serveFolder } from './commandLineFixture'

let served: ServedFolder
beforeAll(async () => {
  served = await serveFolder()
})
afterAll(() => served.stop())

async function compute(catalog: string, ...options: string[]) {
  const wanted = parseArguments(['--catalog', catalog, '--lang', 'en', '--only', COVERAGE, ...options])
  if (!wanted.ok) throw new Error(wanted.faults.join())
  return computeIndicators(wanted.value, sourceUrl(catalog), readPlain)
}

/** The server of the fixture knows no parameters. */
const readPlain = (url: string): Promise<Uint8Array> => readSource(url.replace(/[?#].*$/, ''))

const SECRET = /hunter2|s3cr3t/

describe('secrets in the addresses of a catalog', () => {
  const [areas, sites, ...others] = CATALOG.feeds
  const own = (feed: object | undefined, url: string) => ({ ...feed, source: { type: 'geojson', url } })

  it('are in no output and in no evidence, which can be computed again all the same', async () => {
    await served.write('secret.json', {
      ...CATALOG,
      feeds: [own(areas, 'areas.geojson?token=s3cr3t'), own(sites, 'sites.geojson#sig=s3cr3t'), ...others],
    })
    const computed = await compute(
      `${served.address}/secret.json?key=s3cr3t`,
      ...['--evidence', 'unused', '--gaps', 'unused'],
    )
    if (!computed.ok) throw new Error(computed.faults.join())
    const { result, warnings, gaps, evidence } = computed
    expect(JSON.stringify([result, warnings, gaps])).not.toMatch(SECRET)
    expect(result.catalog).toContain('secret.json?key=***')
    expect(warnings.slice(0, 2).map((line) => line.split(': ')[0])).toEqual([
      'feeds[0].source.url',
      'feeds[1].source.url',
    ])
    const [row, manifest] = evidence ?? []
    expect(manifest?.text).not.toMatch(SECRET)
    expect(row?.text).not.toMatch(SECRET)
    const { embedded } = JSON.parse(row?.text ?? '')
    for (const { data } of embedded) expect(gunzipSync(Buffer.from(data, 'base64')).toString()).not.toMatch(SECRET)
    expect(await verifyEvidence(new TextEncoder().encode(row?.text), 'en')).toMatchObject({
      kind: 'equal',
      findings: [],
    })
  })

  it('are not in the words of what cannot be read', async () => {
    await served.write('secret.json', {
      ...CATALOG,
      feeds: [
        own(areas, 'https://ann:hunter2@127.0.0.1:1/areas.geojson'),
        own(sites, 'no.geojson?password=s3cr3t'),
        ...others,
      ],
    })
    const refused = await compute(`${served.address}/secret.json`)
    expect(!refused.ok && refused.faults.length).toBe(2)
    expect(JSON.stringify(refused)).not.toMatch(SECRET)
    const partial = await compute(`${served.address}/secret.json`, '--partial', '--evidence', 'unused')
    expect(partial.ok).toBe(true)
    expect(JSON.stringify(partial)).not.toMatch(SECRET)
  })
})

describe('a catalog read over the network', () => {
  it('names no file of this machine', async () => {
    const feeds = CATALOG.feeds.map((feed) => ({ ...feed, source: { type: 'geojson', url: 'file:///etc/passwd' } }))
    await served.write('reach.json', { ...CATALOG, feeds })
    const refused = await compute(`${served.address}/reach.json`)
    expect(!refused.ok && refused.faults.map((line) => line.split(': ')[0])).toEqual(
      CATALOG.feeds.map((_, at) => `feeds[${at}].source.url`),
    )
    // The same catalog as a file of this machine may.
    const local = await compute(served.file('reach.json'), '--partial')
    expect(local.ok).toBe(true)
  })

  it('is not led to one by a redirect, and says where to', async () => {
    const server = createServer((request, response) => {
      const path = request.url ?? ''
      const to = path === '/a' ? '/b' : path === '/b' ? served.file('areas.geojson') : '/a'
      response.writeHead(302, { location: path === '/b' ? `file://${to}` : to }).end()
    })
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    const address = server.address()
    const port = typeof address === 'object' ? address?.port : 0
    try {
      await expect(readSource(`http://127.0.0.1:${port}/a`)).rejects.toThrow('redirects to file:///')
      const refused = await compute(`http://127.0.0.1:${port}/a`)
      expect(!refused.ok && refused.faults[0]).toContain('only http and https addresses are followed')
    } finally {
      server.close()
    }
  })
})

it('user and password of an address are sent as HTTP has them', async () => {
  const seen: (string | undefined)[] = []
  const server = createServer((request, response) => {
    seen.push(request.headers.authorization)
    response.end('{}')
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  try {
    await readSource(`http://ann:hunter%402@127.0.0.1:${typeof address === 'object' ? address?.port : 0}/`)
    // `printf 'ann:hunter@2' | base64`
    expect(seen).toEqual(['Basic YW5uOmh1bnRlckAy'])
  } finally {
    server.close()
  }
})
