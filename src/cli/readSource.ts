import { readFile, stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Reason } from '#core/model/feedReport.ts'
import { boundedRead, MOST_BYTES, type ReadLimits, ReadStopped } from '#feeds/queries/boundedRead.ts'
import { FeedFault } from '#feeds/queries/FeedFault.ts'
import { notRead } from './fileFault'

/** Scripts of npm that take paths. */
const COMMANDS = ['indicators', 'evidence', 'suggest']

/**
 * The absolute path of one given on the command line. npm runs scripts in the project's folder, whichever folder the
 * user stands in; it names that one in INIT_CWD.
 */
export function givenPath(path: string): string {
  const { npm_lifecycle_event: script, INIT_CWD: folder } = process.env
  return COMMANDS.includes(script ?? '') && folder ? resolve(folder, path) : resolve(path)
}

/**
 * The absolute URL of a path or URL as given on the command line.
 * @throws ReadStopped that names one that cannot be parsed.
 */
export function sourceUrl(pathOrUrl: string): string {
  if (!/^(https?|file):/i.test(pathOrUrl)) return pathToFileURL(givenPath(pathOrUrl)).href
  if (!URL.canParse(pathOrUrl)) throw new ReadStopped(noAddress(pathOrUrl))
  return new URL(pathOrUrl).href
}

/** How long a source is waited for, milliseconds. */
export interface Patience {
  /** An attempt is given up after this long without a byte. */
  readonly attemptMs: number
  /** The source is given up after this long without a byte that had not come before. */
  readonly standstillMs: number
  readonly totalMs: number
  /** Between the tries, of which there is one more. */
  readonly pausesMs: readonly number[]
}

const PATIENCE: Patience = { attemptMs: 7_000, standstillMs: 24_000, totalMs: 600_000, pausesMs: [250, 750] }

/**
 * The bytes at an absolute file or http URL, or an Error that says why not. What does not answer, or answers that it cannot
 * now, is asked three times; without progress a source ends within 30 s, all tries together.
 */
export const readSource = (url: string): Promise<Uint8Array> => readWithin(url, PATIENCE)

/** As `readSource`, with another patience. */
export async function readWithin(url: string, patience: Patience): Promise<Uint8Array> {
  if (url.startsWith('file:')) return readLocal(url)
  if (!/^https?:/.test(url)) throw new Error(`protocol of ${url} is not http, https or file`)
  const { attemptMs, standstillMs, totalMs, pausesMs } = patience
  const limits: ReadLimits = { answerMs: attemptMs, silenceMs: attemptMs, totalMs }
  const standstill = new AbortController()
  let most = 0
  let lastReason: unknown = null
  let timer: NodeJS.Timeout | undefined
  const progressed = (): void => {
    clearTimeout(timer)
    timer = setTimeout(() => standstill.abort(lastReason ?? ReadStopped.noAnswer(url, standstillMs)), standstillMs)
  }
  progressed()
  try {
    for (let attempt = 0; ; attempt += 1) {
      try {
        const { bytes } = await boundedRead({
          url,
          limits,
          signal: standstill.signal,
          ask: (signal) => fetchOrSay(url, signal),
          onBytes(received) {
            if (received <= most) return
            most = received
            progressed()
          },
        })
        return bytes
      } catch (error) {
        lastReason = error
        const pause = pausesMs[attempt]
        if (pause === undefined || standstill.signal.aborted || !isWorthAnother(error)) throw error
        await new Promise((done) => setTimeout(done, pause))
      }
    }
  } finally {
    clearTimeout(timer)
  }
}

/** A device or a pipe may have no end, and says nothing of its size. */
async function readLocal(url: string): Promise<Uint8Array> {
  const path = fileURLToPath(url)
  const found = await stat(path).catch((error: unknown) => {
    throw notRead(path, error)
  })
  if (!found.isFile()) throw new ReadStopped(notAFile(path))
  if (found.size > MOST_BYTES) throw ReadStopped.tooLarge(path, MOST_BYTES)
  const bytes = await readFile(path).catch((error: unknown) => {
    throw notRead(path, error)
  })
  return new Uint8Array(bytes)
}

const noAddress = (given: string): Reason => ({
  code: 'bad-address',
  zh: `${given} 不是可以解析的地址`,
  en: `${given} is no address that can be parsed`,
})

const notAFile = (path: string): Reason => ({
  code: 'not-a-file',
  zh: `${path} 不是文件(是文件夹、设备或管道)`,
  en: `${path} is no file but a folder, a device or a pipe`,
})

/** The server answered, but not with the source. */
class BadStatus extends Error {
  constructor(
    readonly status: number,
    text: string,
  ) {
    super(`HTTP ${status} ${text}`.trim())
  }
}

/** No answer, one cut off, or "not now": not what would be the same again. */
function isWorthAnother(error: unknown): boolean {
  if (error instanceof ReadStopped) return error.reason.code === 'timeout'
  if (error instanceof FeedFault) return false
  if (error instanceof BadStatus) return error.status >= 500 || error.status === 429
  return true
}

/** Redirects that are followed, one after the other. */
const MOST_REDIRECTS = 10

/** Follows redirects by itself, so that what it does not follow is said. */
async function fetchOrSay(first: string, signal: AbortSignal): Promise<Response> {
  let url = first
  for (let step = 0; step <= MOST_REDIRECTS; step += 1) {
    const response = await fetchOnce(url, signal)
    const to = response.status >= 300 && response.status < 400 ? response.headers.get('location') : null
    if (to === null && !response.ok) throw new BadStatus(response.status, response.statusText)
    if (to === null) return response
    await response.body?.cancel()
    const next = URL.canParse(to, url) ? new URL(to, url) : null
    if (next === null || !/^https?:$/.test(next.protocol)) throw FeedFault.redirectRefused(first, to)
    url = next.href
  }
  throw FeedFault.tooManyRedirects(first, MOST_REDIRECTS)
}

/** fetch says only "fetch failed"; the cause below it says what did. */
async function fetchOnce(url: string, signal: AbortSignal): Promise<Response> {
  const { href, headers } = withCredentialsApart(new URL(url))
  try {
    return await fetch(href, { headers, redirect: 'manual', signal })
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
    throw cause instanceof Error && cause.message !== '' ? cause : new Error('no connection')
  }
}

/** fetch refuses `user:password@` in an address: they are sent as HTTP has them. */
function withCredentialsApart(url: URL): { readonly href: string; readonly headers: Record<string, string> } {
  const { username, password } = url
  if (username === '' && password === '') return { href: url.href, headers: {} }
  const pair = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`
  url.username = ''
  url.password = ''
  return { href: url.href, headers: { authorization: `Basic ${Buffer.from(pair).toString('base64')}` } }
}
