import { type ProxyMethods, proxy, releaseProxy, transfer, wrap } from 'comlink'
import { type EngineFault, type EngineHealth, WELL } from '#core/model/engineHealth.ts'
import type { FailureReason } from '#core/model/failureReason.ts'
import { backoff } from '#feeds/backoff.ts'
import { platformTimers } from '#feeds/live/transport.ts'
import type { AsyncCityEngine, CityEngine } from '../engineApi'
import { VERB_KINDS, VERB_NAMES } from '../verbs'
import { type AskedThread, askThread } from './askThread'
import type { Beat, HeartbeatWanted } from './beat'
import { ENGINE_FAILURES, EngineFailure } from './EngineFailure'
import { watchHeart } from './watchHeart'

/** An engine and the way to end it. After `close` every open question is rejected. */
export interface ConnectedEngine {
  readonly engine: AsyncCityEngine
  close(): void
}

type Verb = (...args: readonly unknown[]) => Promise<unknown>

/** What another thread must be told to stand where the one before stood, in this order; the feeds are read anew by the page. */
const RETOLD = ['openCatalog', 'setClock', 'setPending', 'follow'] as const satisfies readonly (keyof CityEngine)[]
type Retold = (typeof RETOLD)[number]
const isRetold = (name: keyof CityEngine): name is Retold => (RETOLD as readonly string[]).includes(name)

const RESTART = { firstMs: 1_000, longestMs: 60_000, sure: 0.5 } as const
/** A thread that was well this long starts the back-off anew. */
const STABLE_MS = 60_000

/**
 * Starts the engine in a worker and keeps one there: a thread that throws, is gone or falls silent is given up and another
 * started with the catalog it had open, until `close`. Before a catalog is open its failing is that of the opening.
 * Every question ends: with its answer, with the error it threw, at its deadline, or when the thread fails.
 * @param hear told of every change of the engine's health
 */
export function connectCityEngine(hear: (health: EngineHealth) => void = () => {}): ConnectedEngine {
  const told = new Map<Retold, readonly unknown[]>()
  let health = WELL
  hear(health)
  let thread = startThread(failed, heard)
  let startedAt = Date.now()
  let inARow = 0
  let closed = false

  const become = (next: Partial<EngineHealth>): void => {
    health = { ...health, ...next }
    hear(health)
  }

  function heard(quiet: { readonly since: number; readonly working: boolean } | null): void {
    if (health.state !== 'down')
      become(quiet ? { state: quiet.working ? 'busy' : 'silent', since: quiet.since } : { state: 'well', since: null })
  }

  function failed(fault: EngineFault): void {
    if (closed) return
    const at = Date.now()
    thread.close(new EngineFailure(reasonOf(fault)))
    become({ state: 'down', since: at, failures: health.failures + 1, last: { at, fault } })
    if (!told.has('openCatalog')) return
    inARow = at - startedAt > STABLE_MS ? 1 : inARow + 1
    platformTimers.set(restart, backoff(inARow, RESTART, Math.random))
  }

  function restart(): void {
    if (closed) return
    startedAt = Date.now()
    thread = startThread(failed, heard)
    const started = thread
    retell(started).then(
      () => {
        if (thread === started && !closed) become({ state: 'well', since: null })
      },
      (error: unknown) => {
        // A thread that fails meanwhile has told so itself.
        if (thread !== started || closed || error instanceof EngineFailure) return
        failed({ kind: 'error', detail: error instanceof Error ? error.message : String(error) })
      },
    )
  }

  async function retell(started: EngineThread): Promise<void> {
    for (const name of RETOLD) {
      const args = told.get(name)
      if (args) await started.ask(name, args)
    }
  }

  const ask =
    (name: keyof CityEngine): Verb =>
    async (...args) => {
      const answer = await thread.ask(name, args)
      if (isRetold(name) && !(name === 'openCatalog' && isRefused(answer))) told.set(name, args)
      return answer
    }
  // Every verb is there: `VERB_KINDS` has each of them.
  const engine = Object.fromEntries(VERB_NAMES.map((name) => [name, ask(name)])) as unknown as AsyncCityEngine
  return {
    engine,
    close() {
      closed = true
      thread.close(new EngineFailure(ENGINE_FAILURES.closed()))
    },
  }
}

const isRefused = (answer: unknown): boolean =>
  typeof answer === 'object' && answer !== null && Reflect.get(answer, 'ok') === false

function reasonOf(fault: EngineFault): FailureReason {
  switch (fault.kind) {
    case 'error':
      return ENGINE_FAILURES.failed(fault.detail)
    case 'unread':
      return ENGINE_FAILURES.unread()
    case 'gone':
      return ENGINE_FAILURES.gone()
    case 'silent':
      return ENGINE_FAILURES.silent(fault.seconds)
  }
}

/** One worker, asked and watched. */
interface EngineThread {
  ask(name: keyof CityEngine, args: readonly unknown[]): Promise<unknown>
  close(why: EngineFailure): void
}

function startThread(
  failed: (fault: EngineFault) => void,
  heard: (quiet: { readonly since: number; readonly working: boolean } | null) => void,
): EngineThread {
  const worker = new Worker(new URL('./cityEngine.worker.ts', import.meta.url), { type: 'module', name: 'city-engine' })
  // Comlink's own mapped type loses tuples; the verbs and their answers are the same.
  const remote = wrap<CityEngine>(worker) as unknown as AsyncCityEngine & ProxyMethods
  const asked: AskedThread = askThread(worker, platformTimers, (fault) => failed(fault))
  let longOpen = 0
  let over: EngineFailure | null = null
  const heart = watchHeart({
    timers: platformTimers,
    clock: () => Date.now(),
    longOpen: () => longOpen > 0,
    quiet: (since, working) => heard({ since, working }),
    heard: () => heard(null),
    giveUp: (seconds) => failed({ kind: 'silent', seconds }),
  })
  const { port1: port, port2: theirs } = new MessageChannel()
  port.onmessage = ({ data }: MessageEvent<Beat>) => heart.hear(data)
  // Heard where the browser tells it: at once, whatever ended the thread.
  port.addEventListener('close', () => failed({ kind: 'gone' }))
  const wanted: HeartbeatWanted = { heartbeat: theirs }
  worker.postMessage(wanted, [theirs])

  /** A job that misses its deadline is stopped. */
  const stop = (request: unknown): void => {
    const job = typeof request === 'object' && request !== null && Reflect.get(request, 'job')
    if (typeof job === 'string') remote.cancel(job).catch(() => {})
  }
  return {
    ask(name, args) {
      if (over) return Promise.reject(over)
      const verb = remote[name] as unknown as Verb
      // Functions stay on this side and are called from there; the bytes of a feed are handed over, and empty here after.
      const send = (argument: unknown): unknown => {
        if (typeof argument === 'function') return proxy(argument)
        return name === 'admit' && argument instanceof Uint8Array ? transfer(argument, [argument.buffer]) : argument
      }
      const kind = VERB_KINDS[name]
      const answer = asked.ends(verb(...args.map(send)), kind, () => args.forEach(stop))
      if (kind !== 'long') return answer
      longOpen += 1
      return answer.finally(() => {
        longOpen -= 1
      })
    },
    close(why) {
      heart.stop()
      port.onmessage = null
      failed = () => {}
      over = why
      port.close()
      remote[releaseProxy]()
      asked.close(why)
    },
  }
}
