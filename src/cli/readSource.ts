import { readFile, stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { withoutSecrets } from '#core/model/withoutSecrets.ts'
import { LARGEST_FILE } from '#feeds/protocols/largestFile.ts'
import { FeedFault } from '#feeds/queries/FeedFault.ts'
import { readBody } from '#feeds/queries/readBody.ts'

/**
 * The absolute path of one given on the command line. npm runs scripts in the project's folder, whichever folder the
 * user stands in; it names that one in INIT_CWD.
 */
export function givenPath(path: string): string {
  const { npm_lifecycle_event: script, INIT_CWD: folder } = process.env
  return (script === 'indicators' || script === 'evidence') && folder ? resolve(folder, path) : resolve(path)
}

/**
 * The absolute URL of a path or URL as given on the command line.
 * @throws Error that names one that cannot be parsed.
 */
export function sourceUrl(pathOrUrl: string): string {
  if (!/^(https?|file):/i.test(pathOrUrl)) return pathToFileURL(givenPath(pathOrUrl)).href
  if (!URL.canParse(pathOrUrl)) throw new Error(`${withoutSecrets(pathOrUrl)} is no address that can be parsed`)
  return new URL(pathOrUrl).href
}

/** The bytes at an absolute file or http URL, or an Error that says why not. */
export async function readSource(url: string): Promise<Uint8Array> {
  if (url.startsWith('file:')) return readLocal(fileURLToPath(url), url)
  if (!/^https?:/.test(url)) throw new Error(`protocol of ${url} is not http, https or file`)
  const response = await fetchOrSay(url)
  if (!response.ok) throw new Error(`HTTP ${response.status} ${response.statusText}`.trim())
  return readBody(response, url)
}

async function readLocal(path: string, url: string): Promise<Uint8Array> {
  const { size } = await stat(path)
  if (size > LARGEST_FILE) throw FeedFault.tooLarge(url)
  return new Uint8Array(await readFile(path))
}

/** Redirects that are followed, one after the other. */
const MOST_REDIRECTS = 10

/** Follows redirects by itself, so that what it does not follow is said. */
async function fetchOrSay(first: string): Promise<Response> {
  let url = first
  for (let step = 0; step <= MOST_REDIRECTS; step += 1) {
    const response = await fetchOnce(url)
    const to = response.status >= 300 && response.status < 400 ? response.headers.get('location') : null
    if (to === null) return response
    await response.body?.cancel()
    const next = URL.canParse(to, url) ? new URL(to, url) : null
    if (next === null || !/^https?:$/.test(next.protocol)) throw FeedFault.redirectRefused(first, to)
    url = next.href
  }
  throw new Error(`more than ${MOST_REDIRECTS} redirects`)
}

/** fetch says only "fetch failed"; the cause below it says what did. */
async function fetchOnce(url: string): Promise<Response> {
  const { href, headers } = withCredentialsApart(new URL(url))
  try {
    return await fetch(href, { headers, redirect: 'manual' })
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
