import { FeedFault } from './FeedFault'
import { readBody } from './readBody'

/** Header the service worker sets on an answer it took from its store, because the server could not be reached. */
export const STORED_HEADER = 'x-one-map-stored'

export interface FetchedBytes {
  readonly bytes: Uint8Array
  /** Epoch milliseconds of the response's Date header; of now when there is none. */
  readonly fetchedAt: number
  /** The service worker answered from what it had kept, because the server could not be reached. */
  readonly stored: boolean
}

/** The bytes behind a URL. Throws a `FeedFault` naming the URL and what the server said. */
export async function fetchBytes(url: string, signal: AbortSignal): Promise<FetchedBytes> {
  const response = await fetchAllowed(url, signal)
  if (!response.ok) throw FeedFault.status(url, response.status)
  const date = Date.parse(response.headers.get('date') ?? '')
  return {
    bytes: await readBody(response, url),
    fetchedAt: Number.isNaN(date) ? Date.now() : date,
    stored: response.headers.has(STORED_HEADER),
  }
}

/** A response of any status. Throws when there is none, telling an origin the deployment's policy refuses from silence. */
async function fetchAllowed(url: string, signal: AbortSignal): Promise<Response> {
  let refused = false
  const listen = (event: SecurityPolicyViolationEvent): void => {
    refused ||= url.startsWith(event.blockedURI)
  }
  document.addEventListener('securitypolicyviolation', listen)
  try {
    return await fetch(url, { signal, cache: 'no-cache' })
  } catch (error) {
    if (signal.aborted) throw error
    await new Promise((done) => setTimeout(done)) // A violation is reported in a task of its own.
    throw refused ? FeedFault.originRefused(url) : FeedFault.unreachable(url)
  } finally {
    document.removeEventListener('securitypolicyviolation', listen)
  }
}
