import type { Timers } from '#feeds/live/transport.ts'
import type { Beat } from './beat'

/** How often it is looked at whether the thread was heard, milliseconds. */
const LOOK_MS = 1_000
/** A page that was not run for this long has heard nothing because it slept. */
const SLEPT_MS = 5_000
/** Not heard for this long is said. */
const SAY_MS = 5_000
/** A thread with nothing in hand is given up after this long; one that began a verb, or a long job, may be at it still. */
const GIVE_UP_MS = { idle: 15_000, working: 60_000, long: 180_000 } as const

export interface HeartSettings {
  readonly timers: Timers
  /** Epoch milliseconds. */
  readonly clock: () => number
  /** A question that is answered in long steps is open. */
  readonly longOpen: () => boolean
  /** Not heard for a while, since then; once, until it is heard again. */
  quiet(since: number, working: boolean): void
  heard(): void
  giveUp(seconds: number): void
}

/** Tells a thread that does not beat any more from one that works, and from a page that slept itself. */
export interface HeartWatch {
  hear(beat: Beat): void
  stop(): void
}

/** The watch begins with the first beat: how long a thread takes to start is not its to judge. */
export function watchHeart(settings: HeartSettings): HeartWatch {
  const { timers, clock, longOpen, quiet, heard, giveUp } = settings
  let last: Beat | null = null
  let lastHeard = clock()
  let lastLook = clock()
  let isQuiet = false
  let stopped = false
  let timer: unknown = timers.set(look, LOOK_MS)

  function look(): void {
    if (stopped) return
    const now = clock()
    if (now - lastLook > SLEPT_MS) lastHeard = now
    lastLook = now
    const silence = now - lastHeard
    const patience = longOpen() ? GIVE_UP_MS.long : GIVE_UP_MS[last ?? 'idle']
    if (last !== null && silence >= patience) {
      stop()
      giveUp(Math.round(silence / 1000))
      return
    }
    if (last !== null && silence >= SAY_MS && !isQuiet) {
      isQuiet = true
      quiet(lastHeard, last === 'working' || longOpen())
    }
    timer = timers.set(look, LOOK_MS)
  }

  function stop(): void {
    stopped = true
    timers.clear(timer)
  }

  return {
    hear(beat) {
      if (stopped) return
      last = beat
      lastHeard = clock()
      if (!isQuiet) return
      isQuiet = false
      heard()
    },
    stop,
  }
}
