import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Served, serveFolder } from './serveFolder'

let folder: string
let served: Served

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'one-map-served-'))
  await writeFile(join(folder, 'index.html'), '<title>city</title>')
  await writeFile(join(folder, 'feed.geojson'), '{"type":"FeatureCollection","features":[]}')
  served = await serveFolder(folder, 0, ['https://data.example.gov.cn'])
})
afterAll(async () => {
  await served.close()
  await rm(folder, { recursive: true })
})

describe('serveFolder', () => {
  it('answers GET with the file under a strict policy that names the trusted origins', async () => {
    const response = await fetch(served.url)
    expect(response.status).toBe(200)
    expect(await response.text()).toBe('<title>city</title>')
    const policy = response.headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'self'")
    expect(policy).toContain("connect-src 'self' blob: https://data.example.gov.cn")
    expect(policy).not.toContain('unsafe')
  })

  it('answers HEAD with the headers alone', async () => {
    const response = await fetch(new URL('feed.geojson', served.url), { method: 'HEAD' })
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('application/geo+json; charset=utf-8')
    expect(await response.text()).toBe('')
  })

  it('answers an unchanged file with 304', async () => {
    const first = await fetch(new URL('feed.geojson', served.url))
    const etag = first.headers.get('etag') ?? ''
    const again = await fetch(new URL('feed.geojson', served.url), { headers: { 'if-none-match': etag } })
    expect(again.status).toBe(304)
  })

  it('refuses other methods, missing files and paths out of the folder', async () => {
    expect((await fetch(served.url, { method: 'POST' })).status).toBe(405)
    expect((await fetch(new URL('none.json', served.url))).status).toBe(404)
    expect((await fetch(`${served.url}..%2f..%2fetc%2fpasswd`)).status).toBe(404)
  })
})
