import type { Timers } from './transport'

/** For tests: a clock that stands until it is turned, with the timers that run by it. */
export interface ManualClock {
  readonly now: () => number
  readonly timers: Timers
  /** Timers set and not yet run. */
  readonly pending: () => number
  /** Turns the clock on, running timers in order of time; promises settle between them. */
  advance(milliseconds: number): Promise<void>
}

export function manualClock(start = Date.UTC(2026, 8, 1)): ManualClock {
  let time = start
  let serial = 0
  const waiting = new Map<number, { readonly at: number; readonly run: () => void }>()
  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve()
  }
  return {
    now: () => time,
    timers: {
      set(run, milliseconds) {
        serial += 1
        waiting.set(serial, { at: time + milliseconds, run })
        return serial
      },
      clear: (handle) => void waiting.delete(handle as number),
    },
    pending: () => waiting.size,
    async advance(milliseconds) {
      const end = time + milliseconds
      await settle()
      for (;;) {
        const [first] = [...waiting].filter(([, { at }]) => at <= end).sort(([, a], [, b]) => a.at - b.at)
        if (first === undefined) break
        const [handle, { at, run }] = first
        waiting.delete(handle)
        time = Math.max(time, at)
        run()
        await settle()
      }
      time = end
    },
  }
}
