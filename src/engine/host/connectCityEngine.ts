import { type ProxyMethods, proxy, releaseProxy, transfer, wrap } from 'comlink'
import { platformTimers } from '#feeds/live/transport.ts'
import type { AsyncCityEngine, CityEngine } from '../engineApi'
import { VERB_KINDS, VERB_NAMES } from '../verbs'
import { askThread } from './askThread'

/** An engine and the way to end it. After `close`, and when its thread dies, every open question is rejected. */
export interface ConnectedEngine {
  readonly engine: AsyncCityEngine
  close(): void
}

/**
 * Starts the engine in a worker.
 * Every question ends: with its answer, with the error it threw, at its deadline, or when the thread fails.
 */
export function connectCityEngine(): ConnectedEngine {
  const worker = new Worker(new URL('./cityEngine.worker.ts', import.meta.url), { type: 'module', name: 'city-engine' })
  // Comlink's own mapped type loses tuples; the verbs and their answers are the same.
  const remote = wrap<CityEngine>(worker) as unknown as AsyncCityEngine & ProxyMethods
  const thread = askThread(worker, platformTimers)

  type Verb = (...args: readonly unknown[]) => Promise<unknown>
  const ask = (name: keyof CityEngine): Verb => {
    const verb = remote[name] as unknown as Verb
    // Functions stay on this side and are called from there; the bytes of a feed are handed over, and empty here after.
    const send = (argument: unknown): unknown => {
      if (typeof argument === 'function') return proxy(argument)
      return name === 'admit' && argument instanceof Uint8Array ? transfer(argument, [argument.buffer]) : argument
    }
    return (...args) => thread.ends(verb(...args.map(send)), VERB_KINDS[name], () => args.forEach(stop))
  }
  /** A job that misses its deadline is stopped. */
  const stop = (request: unknown): void => {
    const job = typeof request === 'object' && request !== null && Reflect.get(request, 'job')
    if (typeof job === 'string') remote.cancel(job).catch(() => {})
  }
  // Every verb is there: `VERB_KINDS` has each of them.
  const engine = Object.fromEntries(VERB_NAMES.map((name) => [name, ask(name)])) as unknown as AsyncCityEngine
  return {
    engine,
    close() {
      remote[releaseProxy]()
      thread.close()
    },
  }
}
