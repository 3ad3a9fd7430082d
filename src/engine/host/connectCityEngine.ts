import { type ProxyMethods, proxy, releaseProxy, transfer, wrap } from 'comlink'
import type { AsyncCityEngine, CityEngine } from '../engineApi'
import { answerInLine } from './answerInLine'
import { createBreaker } from './createBreaker'
import { EngineFailure } from './EngineFailure'
import { VERB_KINDS, VERB_NAMES } from './verbKinds'

/** Longest a single answer may take. Evaluations and sweeps answer step by step and are given longer. */
const DEADLINE_MS = 60_000
const EVALUATION_DEADLINE_MS = 180_000

/** An engine and the way to end it. After `close`, and when its thread dies, every open question is rejected. */
export interface ConnectedEngine {
  readonly engine: AsyncCityEngine
  close(): void
}

/**
 * Starts the engine in a worker, or in line where there is no Worker.
 * Every question ends: with its answer, with the error it threw, at its deadline, or when the thread fails.
 */
export async function connectCityEngine(): Promise<ConnectedEngine> {
  if (typeof Worker === 'undefined') return inLine()

  const worker = new Worker(new URL('./cityEngine.worker.ts', import.meta.url), { type: 'module', name: 'city-engine' })
  // Comlink's own mapped type loses tuples; the verbs and their answers are the same.
  const remote = wrap<CityEngine>(worker) as unknown as AsyncCityEngine & ProxyMethods
  const breaker = createBreaker()
  const fail = breaker.break
  worker.addEventListener('error', (event) => fail(new EngineFailure(event.message || 'the engine could not start')))
  worker.addEventListener('messageerror', () => fail(new EngineFailure('a message of the engine could not be read')))

  async function ends<T>(answer: Promise<T>, milliseconds = DEADLINE_MS, stop = () => {}): Promise<Awaited<T>> {
    let timer: ReturnType<typeof setTimeout> | undefined
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        stop()
        reject(new EngineFailure(`no answer in ${milliseconds / 1000} s`))
      }, milliseconds)
    })
    try {
      return await Promise.race([breaker.guard(answer), late])
    } finally {
      clearTimeout(timer)
    }
  }

  type Verb = (...args: readonly unknown[]) => Promise<unknown>
  const ask = (name: keyof CityEngine): Verb => {
    const verb = remote[name] as unknown as Verb
    // Functions stay on this side and are called from there; the bytes of a feed are handed over, and empty here after.
    const send = (argument: unknown): unknown => {
      if (typeof argument === 'function') return proxy(argument)
      return name === 'admit' && argument instanceof Uint8Array ? transfer(argument, [argument.buffer]) : argument
    }
    return (...args) => {
      const answer = verb(...args.map(send))
      switch (VERB_KINDS[name]) {
        case 'plain':
          return ends(answer)
        case 'long':
          return ends(answer, EVALUATION_DEADLINE_MS, () => stop(args[0]))
        case 'open':
          return breaker.guard(answer)
      }
    }
  }
  /** A long job that misses its deadline is stopped. */
  const stop = (request: unknown): void => {
    const job = typeof request === 'object' && request !== null && Reflect.get(request, 'job')
    if (typeof job === 'string') remote.cancel(job).catch(() => {})
  }
  // Every verb is there: `VERB_KINDS` has each of them.
  const engine = Object.fromEntries(VERB_NAMES.map((name) => [name, ask(name)])) as unknown as AsyncCityEngine
  return {
    engine,
    close() {
      fail(new EngineFailure('the engine was closed'))
      remote[releaseProxy]()
      worker.terminate()
    },
  }
}

async function inLine(): Promise<ConnectedEngine> {
  const [{ createCityEngine }, { surroundings }] = await Promise.all([
    import('../createCityEngine'),
    import('../surroundings'),
  ])
  return {
    engine: answerInLine(createCityEngine({ ...surroundings, publish: () => '', withdraw: () => {} })),
    close: () => {},
  }
}
