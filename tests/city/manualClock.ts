import type { Timers } from '#feeds/live/transport.ts'

/** A clock that stands until it is turned, with the timers that run by it. */
export interface ManualClock {
  /** Epoch milliseconds. */
  readonly now: () => number
  readonly timers: Timers
  /** Milliseconds until each timer that is set, soonest first. */
  pending(): readonly number[]
  /** Lets what is under way come to rest, moves on, and runs what falls due, in order of time; promises settle between. */
  advance(milliseconds: number): Promise<void>
}

/** Promises that wait for nothing outside come to rest; the network of a test stands still meanwhile. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 30; turn += 1) await Promise.resolve()
}

/** Stands at 2026-09-01T08:00+08:00 unless told. */
export function manualClock(start = Date.UTC(2026, 8, 1)): ManualClock {
  let now = start
  let last = 0
  const set = new Map<number, { readonly at: number; readonly run: () => void }>()
  const soonest = () => [...set].sort(([a, x], [b, y]) => x.at - y.at || a - b)
  return {
    now: () => now,
    timers: {
      set(run, milliseconds) {
        last += 1
        set.set(last, { at: now + milliseconds, run })
        return last
      },
      clear: (timer) => void set.delete(Number(timer)),
    },
    pending: () => soonest().map(([, { at }]) => at - now),
    async advance(milliseconds) {
      const until = now + milliseconds
      await settled()
      for (;;) {
        const [next] = soonest()
        if (!next || next[1].at > until) break
        set.delete(next[0])
        now = Math.max(now, next[1].at)
        next[1].run()
        await settled()
      }
      now = until
    },
  }
}
