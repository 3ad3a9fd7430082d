import type { Action } from '#core/model/feedDefinitions.ts'
import type { Timers } from '../live/transport'

/** A clock that moves only when told to. */
export interface ManualClock {
  readonly now: () => number
  readonly timers: Timers
  /** Lets what is under way come to rest, moves on by `milliseconds`, and runs what falls due, in order. */
  advance(milliseconds: number): Promise<void>
  /** Milliseconds until each set timer, soonest first. */
  pending(): readonly number[]
}

const settled = (): Promise<void> => new Promise((done) => setImmediate(done))

export function manualClock(start = 0): ManualClock {
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
    async advance(milliseconds) {
      const until = now + milliseconds
      await settled()
      for (;;) {
        const [next] = soonest()
        if (!next || next[1].at > until) break
        set.delete(next[0])
        now = next[1].at
        next[1].run()
        await settled()
      }
      now = until
    },
    pending: () => soonest().map(([, { at }]) => at - now),
  }
}

/** An action of the test's own: its id and feature are what a test tells apart. */
export const action = (id: string, feature: string, change: Partial<Action> = {}): Action => ({
  id,
  feed: 'cases',
  feature,
  verb: 'urge',
  by: '值班员',
  at: '2026-09-01T08:00:00+08:00',
  ...change,
})
