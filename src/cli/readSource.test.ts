import { createServer, type ServerResponse } from 'node:http'
import { gzipSync } from 'node:zlib'
import { afterEach, expect, it } from 'vitest'
import { MOST_BYTES } from '#feeds/queries/boundedRead.ts'
import { readSource, readWithin } from './readSource'

/** About an eighth of what a user waits. */
const PATIENCE = { attemptMs: 900, standstillMs: 2_900, totalMs: 60_000, pausesMs: [25, 75] }

let stop: () => void = () => {}
afterEach(() => stop())

/** A server that answers each request as told; gives its address and how often it was asked. */
async function serve(answer: (response: ServerResponse, request: number) => void) {
  let requests = 0
  const server = createServer((_, response) => {
    requests += 1
    answer(response, requests)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  stop = () => {
    server.closeAllConnections()
    server.close()
  }
  const at = server.address()
  if (at === null || typeof at === 'string') throw new Error('no port')
  return { url: `http://127.0.0.1:${at.port}/a.geojson`, requests: () => requests }
}
const said = (reading: Promise<Uint8Array>): Promise<string> =>
  reading.then(
    (bytes) => new TextDecoder().decode(bytes),
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  )

it('gives up a server that does not answer, after three tries', async () => {
  const { url, requests } = await serve(() => {})
  expect(await said(readWithin(url, PATIENCE))).toBe(`reading failed · timeout: no answer in 0.9 s (${url})`)
  expect(requests()).toBe(3)
})

it('gives up one that begins and does not go on, though every try brings the same piece', async () => {
  const { url, requests } = await serve((response) => response.write('{"type"'))
  expect(await said(readWithin(url, PATIENCE))).toContain('timeout: nothing for 0.9 s after 7 bytes')
  expect(requests()).toBe(3)
})

it('asks again after an answer that says not now or is cut off, and not after one that would be the same', async () => {
  const busy = await serve((response, request) => {
    if (request === 1) response.writeHead(503).end()
    else if (request === 2) response.write('{', () => response.destroy())
    else response.end('{}')
  })
  expect(await said(readWithin(busy.url, PATIENCE))).toBe('{}')
  stop()
  const missing = await serve((response) => response.writeHead(404).end())
  expect(await said(readWithin(missing.url, PATIENCE))).toBe('HTTP 404 Not Found')
  expect(missing.requests()).toBe(1)
})

it('counts what is packed as it unpacks', async () => {
  // A megabyte of blanks takes a thousand bytes: a quarter of a million of them would be 256 MB.
  const megabyte = gzipSync(' '.repeat(1024 * 1024))
  const members = MOST_BYTES / 1024 / 1024 + 1
  const { url, requests } = await serve((response) => {
    response.writeHead(200, { 'content-encoding': 'gzip' })
    for (let member = 0; member < members; member += 1) response.write(megabyte)
    response.end()
  })
  expect(await said(readSource(url))).toBe(`is larger than 256 MB and is not read; split it (${url})`)
  expect(requests()).toBe(1)
})

it('reads files, and nothing that may have no end', async () => {
  for (const path of ['/dev/zero', '/dev']) {
    expect(await said(readSource(`file://${path}`))).toBe(`${path} is no file but a folder, a device or a pipe`)
  }
  expect(await said(readSource(import.meta.url))).toContain('nothing that may have no end')
})
