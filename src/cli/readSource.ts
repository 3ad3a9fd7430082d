import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

/**
 * The absolute path of one given on the command line. npm runs scripts in the project's folder, whichever folder the
 * user stands in; it names that one in INIT_CWD.
 */
export function givenPath(path: string): string {
  const { npm_lifecycle_event: script, INIT_CWD: folder } = process.env
  return (script === 'indicators' || script === 'evidence') && folder ? resolve(folder, path) : resolve(path)
}

/** The absolute URL of a path or URL as given on the command line. */
export function sourceUrl(pathOrUrl: string): string {
  return /^(https?|file):/i.test(pathOrUrl) ? new URL(pathOrUrl).href : pathToFileURL(givenPath(pathOrUrl)).href
}

/** The bytes at an absolute file or http URL, or an Error that says why not. */
export async function readSource(url: string): Promise<Uint8Array> {
  if (url.startsWith('file:')) return new Uint8Array(await readFile(fileURLToPath(url)))
  if (!/^https?:/.test(url)) throw new Error(`protocol of ${url} is not http, https or file`)
  const response = await fetchOrSay(url)
  if (!response.ok) throw new Error(`HTTP ${response.status} ${response.statusText}`.trim())
  return new Uint8Array(await response.arrayBuffer())
}

/** fetch says only "fetch failed"; the cause below it says what did. */
async function fetchOrSay(url: string): Promise<Response> {
  try {
    return await fetch(url)
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
    throw cause instanceof Error && cause.message !== '' ? cause : new Error('no connection')
  }
}
