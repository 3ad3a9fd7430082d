import type { Catalog } from '#catalog/schema.ts'
import type { Action } from '#core/model/feedDefinitions.ts'
import type { Reason } from '#core/model/feedReport.ts'
import { withoutSecrets } from '#core/model/withoutSecrets.ts'
import type { Timers } from '../live/transport'

/** What came of one attempt. `later`: nobody knows whether it was done, so it is asked again with the same id. */
export type SendOutcome =
  | { readonly kind: 'accepted' }
  | { readonly kind: 'refused'; readonly reason: Reason }
  | {
      readonly kind: 'later'
      readonly reason: Reason
      /** The server's own wish when to come again, milliseconds; null: it said nothing. */
      readonly afterMs: number | null
    }

/** Asks once. Never rejects. */
export type SendAction = (action: Action) => Promise<SendOutcome>

const DEMO = 'demo:'

/** Where a verb of a feed goes: an address to POST to, or the simulator's own name of the verb. */
export type Endpoint = { readonly kind: 'url'; readonly url: string } | { readonly kind: 'demo'; readonly verb: string }

/** The endpoint the catalog names for a verb of a feed, or null when it names none. */
export function endpointOf(
  catalog: Pick<Catalog, 'feeds'>,
  catalogUrl: string,
  feed: string,
  verb: string,
): Endpoint | null {
  const actions = catalog.feeds.find(({ id }) => id === feed)?.actions
  const named = actions && Object.hasOwn(actions, verb) ? actions[verb] : undefined
  if (named === undefined) return null
  if (named.startsWith(DEMO)) return { kind: 'demo', verb: named.slice(DEMO.length) || verb }
  return URL.canParse(named, catalogUrl) ? { kind: 'url', url: new URL(named, catalogUrl).href } : null
}

const LONGEST = 300

/** Why a server refused, in its own words where it gives any: problem details, `{reason}`, `{message}` or plain text. */
function serverReason(status: number, contentType: string, body: string): Reason {
  const code = `http-${status}`
  const said = contentType.includes('json') ? fromJson(body) : contentType.startsWith('text/plain') ? body : null
  if (typeof said === 'object' && said !== null) return { code, ...said }
  const text = said?.trim().slice(0, LONGEST)
  if (text) return { code, zh: text, en: text }
  return { code, zh: `服务器拒绝（${status}），未说明原因`, en: `the server refused (${status}) and gave no reason` }
}

type Said = string | { readonly zh: string; readonly en: string } | null

function fromJson(body: string): Said {
  try {
    const parsed: unknown = JSON.parse(body)
    if (typeof parsed === 'string') return parsed
    if (typeof parsed !== 'object' || parsed === null) return null
    const fields = parsed as Readonly<Record<string, unknown>>
    for (const name of ['reason', 'detail', 'message', 'error', 'title']) {
      const said = fields[name]
      if (typeof said === 'string' && said !== '') return said
      if (typeof said !== 'object' || said === null) continue
      const { zh, en } = said as { readonly zh?: unknown; readonly en?: unknown }
      if (typeof zh === 'string') return { zh, en: typeof en === 'string' ? en : zh }
    }
    return null
  } catch {
    return null
  }
}

/** How the simulator takes an action; it knows an id it has seen and answers as before. */
export type TakeAction = (
  action: Action,
  verb: string,
) => Promise<{ readonly ok: true } | { readonly ok: false; readonly reason: Reason }>

export interface SenderSettings {
  readonly endpoint: (action: Action) => Endpoint | null
  readonly fetch: typeof globalThis.fetch
  readonly timers: Timers
  /** The simulator of a demonstration city; null: there is none. */
  readonly demo: TakeAction | null
  /** An attempt without an answer ends after this long. */
  readonly timeoutMs?: number
}

/** Answers that say "not now" although they are of the 400s: timeout, too early, too many. */
const NOT_NOW = new Set([408, 425, 429])

/**
 * Sends actions to their endpoints: a POST of the action as JSON, its id as `Idempotency-Key`. 2xx is accepted, a 4xx
 * refused with the server's reason; all else (no answer, 5xx, a login page in the way) leaves it open.
 */
export function actionSender({ endpoint, fetch, timers, demo, timeoutMs = 15_000 }: SenderSettings): SendAction {
  return async (action) => {
    const to = endpoint(action)
    if (!to) return { kind: 'refused', reason: noEndpoint(action.verb) }
    if (to.kind === 'demo') return demo ? simulated(demo, action, to.verb) : { kind: 'refused', reason: NO_SIMULATOR }
    return posted(fetch, timers, timeoutMs, action, to.url)
  }
}

async function posted(
  fetch: typeof globalThis.fetch,
  timers: Timers,
  timeoutMs: number,
  action: Action,
  url: string,
): Promise<SendOutcome> {
  const aborter = new AbortController()
  const deadline = timers.set(() => aborter.abort(), timeoutMs)
  const shown = withoutSecrets(url)
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': action.id },
      body: JSON.stringify(action),
      signal: aborter.signal,
      redirect: 'manual',
      cache: 'no-store',
    })
    const { status } = response
    if (response.ok) return { kind: 'accepted' }
    if (response.type === 'opaqueredirect' || (status >= 300 && status < 400)) return later(redirected(shown), null)
    if (status >= 500 || NOT_NOW.has(status)) return later(busy(status, shown), retryAfter(response))
    const body = await response.text()
    return { kind: 'refused', reason: serverReason(status, response.headers.get('content-type') ?? '', body) }
  } catch {
    return later(aborter.signal.aborted ? noAnswer(shown, timeoutMs) : unreachable(shown), null)
  } finally {
    timers.clear(deadline)
  }
}

async function simulated(demo: TakeAction, action: Action, verb: string): Promise<SendOutcome> {
  try {
    const answer = await demo(action, verb)
    return answer.ok ? { kind: 'accepted' } : { kind: 'refused', reason: answer.reason }
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error)
    return later(
      { code: 'simulator', zh: `模拟城市没有应答：${text}`, en: `the simulator did not answer: ${text}` },
      null,
    )
  }
}

const later = (reason: Reason, afterMs: number | null): SendOutcome => ({ kind: 'later', reason, afterMs })

/** `Retry-After` in seconds, as milliseconds, an hour at most; dates are not read, because clocks differ. */
function retryAfter(response: Response): number | null {
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN)
  return Number.isFinite(seconds) && seconds >= 0 ? Math.min(seconds, 3600) * 1000 : null
}

const noEndpoint = (verb: string): Reason => ({
  code: 'no-endpoint',
  zh: `目录没有为操作“${verb}”指定接口`,
  en: `the catalog names no endpoint for "${verb}"`,
})

const NO_SIMULATOR: Reason = {
  code: 'no-simulator',
  zh: '此处没有运行模拟城市，无法受理演示操作',
  en: 'no simulator runs here to take a demonstration action',
}

const unreachable = (url: string): Reason => ({
  code: 'unreachable',
  zh: `连不上（${url}）`,
  en: `could not be reached (${url})`,
})

const noAnswer = (url: string, timeoutMs: number): Reason => ({
  code: 'timeout',
  zh: `${timeoutMs / 1000} 秒内没有应答（${url}）`,
  en: `no answer within ${timeoutMs / 1000} s (${url})`,
})

const busy = (status: number, url: string): Reason => ({
  code: `http-${status}`,
  zh: `服务器返回 ${status}（${url}）`,
  en: `the server answered ${status} (${url})`,
})

const redirected = (url: string): Reason => ({
  code: 'redirected',
  zh: `服务器要求转到别处，可能需要重新登录（${url}）`,
  en: `the server sends elsewhere, perhaps to sign in again (${url})`,
})
