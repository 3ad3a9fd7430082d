import type { EngineFault } from '#core/model/engineHealth.ts'
import type { Timers } from '#feeds/live/transport.ts'
import type { VerbKind } from '../verbs'
import { createBreaker } from './createBreaker'
import { ENGINE_FAILURES, EngineFailure } from './EngineFailure'

/** Longest an answer may take, milliseconds; null: as long as it takes. Long jobs answer step by step. */
const DEADLINES: Readonly<Record<VerbKind, number | null>> = { plain: 60_000, long: 180_000, open: null }

/** What is heard of a thread beside its answers, and the way to end it: a `Worker`. */
export interface Thread {
  addEventListener(type: 'error' | 'messageerror', hear: (event: Event) => void): void
  terminate(): void
}

/** The questions put to a thread. */
export interface AskedThread {
  /**
   * Every question ends: with its answer, with the error it threw, or with an `EngineFailure` at the deadline of its kind,
   * when the thread fails, or when it is closed; one put after that, at once. `stop` is run when the deadline is missed.
   */
  ends<T>(answer: Promise<T>, kind: VerbKind, stop?: () => void): Promise<T>
  /** Rejects every open question and ends the thread. */
  close(why: EngineFailure): void
}

/** @param failed told what a thread says of its failing; it has not ended by that */
export function askThread(thread: Thread, timers: Timers, failed: (fault: EngineFault) => void): AskedThread {
  const breaker = createBreaker()
  thread.addEventListener('error', (event) => {
    const message = 'message' in event && typeof event.message === 'string' ? event.message : ''
    breaker.break(new EngineFailure(ENGINE_FAILURES.failed(message)))
    failed({ kind: 'error', detail: message })
  })
  thread.addEventListener('messageerror', () => {
    breaker.break(new EngineFailure(ENGINE_FAILURES.unread()))
    failed({ kind: 'unread' })
  })
  return {
    ends(answer, kind, stop = () => {}) {
      const guarded = breaker.guard(answer)
      const milliseconds = DEADLINES[kind]
      if (milliseconds === null) return guarded
      return new Promise((resolve, reject) => {
        const timer = timers.set(() => {
          stop()
          reject(new EngineFailure(ENGINE_FAILURES.noAnswer(milliseconds / 1000)))
        }, milliseconds)
        guarded.then(resolve, reject).finally(() => timers.clear(timer))
      })
    },
    close(why) {
      breaker.break(why)
      thread.terminate()
    },
  }
}
