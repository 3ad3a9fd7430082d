import { boundedRead, type ReadLimits } from './boundedRead'
import { FeedFault } from './FeedFault'

/** Header the service worker sets on an answer it took from its store, because the server could not be reached. */
export const STORED_HEADER = 'x-one-map-stored'

export interface FetchedBytes {
  readonly bytes: Uint8Array
  /** Epoch milliseconds of the response's Date header; of now when there is none. */
  readonly fetchedAt: number
  /** The service worker answered from what it had kept, because the server could not be reached. */
  readonly stored: boolean
}

/** Of every read of the page: catalog, standard and feeds. */
const LIMITS: ReadLimits = { answerMs: 20_000, silenceMs: 20_000, totalMs: 300_000 }

const fetched = new Set<string>()

/** Every URL that was asked for on this page. */
export const fetchedSoFar = (): readonly string[] => [...fetched]

/** The bytes behind a URL. Throws a `FeedFault` naming the URL and what the server said; one that says nothing is given up. */
export async function fetchBytes(url: string, signal: AbortSignal): Promise<FetchedBytes> {
  fetched.add(url)
  const { response, bytes } = await boundedRead({
    url,
    limits: LIMITS,
    signal,
    async ask(asked) {
      const answer = await fetchAllowed(url, asked)
      if (!answer.ok) throw FeedFault.status(url, answer.status)
      return answer
    },
  })
  const date = Date.parse(response.headers.get('date') ?? '')
  return {
    bytes,
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
