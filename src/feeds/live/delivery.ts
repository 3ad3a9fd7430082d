import type { Coalescer } from './coalescer'
import type { Change } from './readMessage'
import type { Timers } from './transport'

export interface DeliverySettings {
  readonly pending: Coalescer
  readonly flushMs: number
  readonly maximumWaitMs: number
  readonly clock: () => number
  readonly timers: Timers
  onChanges(changes: readonly Change[]): void | Promise<void>
  /** The consumer threw or rejected: a batch was not taken in. */
  refused(error: unknown): void
}

/** Hands on what is kept back, in batches. */
export interface Delivery {
  /** Something was added to what is kept back. */
  added(): void
  /** Hand on from now. */
  open(): void
  /** Hand nothing on until `open`. */
  hold(): void
}

/**
 * A batch at most every `flushMs`, and none while the consumer still works on the one before; but a change waits no
 * longer than `maximumWaitMs`, even if the consumer never answers or the timers come late.
 */
export function createDelivery(settings: DeliverySettings): Delivery {
  const { pending, flushMs, maximumWaitMs, clock, timers, onChanges, refused } = settings
  let opened = false
  /** The batch that the consumer works on; one that it kept too long is waited for no more. */
  let underWay: readonly Change[] | null = null
  let lastBatch = Number.NEGATIVE_INFINITY
  /** When the oldest of what is kept back could first have been handed on. */
  let waitingSince: number | null = null
  let timer: { readonly handle: unknown; readonly at: number } | null = null

  const latest = (): number => (waitingSince ?? clock()) + maximumWaitMs
  const due = (): number => (underWay !== null ? latest() : Math.min(latest(), Math.max(clock(), lastBatch + flushMs)))

  function stopTimer(): void {
    if (timer !== null) timers.clear(timer.handle)
    timer = null
  }

  function schedule(): void {
    if (!opened || pending.size === 0) {
      stopTimer()
      return
    }
    const at = due()
    // One that comes sooner stays: it looks again. Set anew at every change, a timer would never come.
    if (timer !== null && timer.at <= at) return
    stopTimer()
    timer = { at, handle: timers.set(wake, Math.max(0, at - clock())) }
  }

  function wake(): void {
    timer = null
    if (opened && pending.size > 0 && clock() >= due()) handOn()
    schedule()
  }

  function handOn(): void {
    lastBatch = clock()
    waitingSince = null
    underWay = null
    const batch = pending.take()
    let answer: void | Promise<void>
    try {
      answer = onChanges(batch)
    } catch (error) {
      refused(error)
      return
    }
    if (!(answer instanceof Promise)) return
    underWay = batch
    const settled = (): void => {
      if (underWay === batch) underWay = null
      schedule()
    }
    answer.then(settled, (error: unknown) => {
      settled()
      refused(error)
    })
  }

  return {
    added() {
      if (!opened) return
      waitingSince ??= clock()
      if (clock() >= latest()) handOn()
      schedule()
    },
    open() {
      opened = true
      waitingSince = pending.size > 0 ? clock() : null
      schedule()
    },
    hold() {
      opened = false
      waitingSince = null
      stopTimer()
    },
  }
}
