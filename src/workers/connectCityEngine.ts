import { type ProxyMethods, proxy, releaseProxy, transfer, wrap } from 'comlink'
import { answerInLine } from './answerInLine'
import { EngineFailure } from './EngineFailure'
import type { AsyncCityEngine, CityEngine } from './engineApi'

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
  let fail: (failure: EngineFailure) => void = () => {}
  const failed = new Promise<never>((_, reject) => {
    fail = reject
  })
  failed.catch(() => {}) // Each question carries the failure; on its own it is no unhandled rejection.
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
      return await Promise.race([answer, failed, late])
    } finally {
      clearTimeout(timer)
    }
  }

  /** A long job that misses its deadline is stopped. */
  const endsLong = <T>({ job }: { readonly job?: string | undefined }, answer: Promise<T>) =>
    ends(answer, EVALUATION_DEADLINE_MS, () => {
      if (job !== undefined) remote.cancel(job).catch(() => {})
    })

  const owned = (bytes: Uint8Array): Uint8Array => transfer(bytes, [bytes.buffer])
  const engine: AsyncCityEngine = {
    openCatalog: (catalog, standard) => ends(remote.openCatalog(catalog, standard)),
    // The caller hands over its bytes: after this call they are empty on its side.
    admit: (feed, bytes) => ends(remote.admit(feed, owned(bytes))),
    rows: (request) => ends(remote.rows(request)),
    feature: (feed, mapId) => ends(remote.feature(feed, mapId)),
    find: (feed, id) => ends(remote.find(feed, id)),
    search: (text, limit) => ends(remote.search(text, limit)),
    scopeBounds: (scope) => ends(remote.scopeBounds(scope)),
    breakdown: (request) => ends(remote.breakdown(request)),
    total: (request) => ends(remote.total(request)),
    evaluate: (request, progress) => endsLong(request, remote.evaluate(request, progress && proxy(progress))),
    robustness: (request, progress) => endsLong(request, remote.robustness(request, progress && proxy(progress))),
    cancel: (id) => ends(remote.cancel(id)),
    explain: (request) => ends(remote.explain(request)),
    evidence: (request) => ends(remote.evidence(request), EVALUATION_DEADLINE_MS),
  }
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
  const { createCityEngine } = await import('./createCityEngine')
  return { engine: answerInLine(createCityEngine({ publish: () => '', withdraw: () => {} })), close: () => {} }
}
