import { draw } from '../draw'

const MINUTE = 60_000
const SLOT = 10 * MINUTE
const SHANGHAI = 8 * 60 * MINUTE
const DAY = 24 * 60 * MINUTE

/** How the reports of a day are spread over its hours (0-23, Asia/Shanghai), of any sum. */
const HOURS = [3, 2, 1, 1, 1, 3, 9, 18, 34, 38, 34, 24, 14, 20, 33, 36, 30, 24, 18, 16, 13, 9, 6, 4] as const
const HOURS_SUM = HOURS.reduce((sum: number, share) => sum + share, 0)
/** Saturdays and Sundays have fewer, and the week begins busy. Monday first; the mean is 1. */
const WEEKDAYS = [1.22, 1.12, 1.08, 1.08, 1.1, 0.75, 0.65] as const

/** A report to come. */
export interface Arrival {
  /** Epoch milliseconds, whole seconds. */
  readonly at: number
  /** Decides everything else about it. */
  readonly seed: number
  /** Which of its ten minutes it is, from 0. */
  readonly serial: number
}

/** Reports expected in the ten minutes that begin at `start`, where a usual day has `perDay`. */
function expectedArrivals(perDay: number, start: number): number {
  const local = start + SHANGHAI
  const hour = HOURS[Math.floor(local / (60 * MINUTE)) % 24]!
  // 1 January 1970 was a Thursday: the fourth day of the week.
  const weekday = WEEKDAYS[(Math.floor(local / DAY) + 3) % 7]!
  return (perDay * weekday * hour * (SLOT / (60 * MINUTE))) / HOURS_SUM
}

/** How many there are when `mean` are expected and the lot falls on `lot` (0-1): Poisson. */
function poisson(mean: number, lot: number): number {
  let count = 0
  let chance = Math.exp(-mean)
  let below = chance
  while (lot > below && count < 40) {
    count++
    chance *= mean / count
    below += chance
  }
  return count
}

/** When cases are reported after `from` and up to and including `to`, in order: the same however the time is cut. */
export function caseArrivals(perDay: number, citySeed: number, from: number, to: number): readonly Arrival[] {
  const arrivals: Arrival[] = []
  for (let slot = Math.floor(from / SLOT); slot * SLOT <= to; slot++) {
    const count = poisson(expectedArrivals(perDay, slot * SLOT), draw(citySeed, 71, slot))
    for (let serial = 0; serial < count; serial++) {
      const at = slot * SLOT + Math.floor(draw(citySeed, 72, slot, serial) * 600) * 1000
      if (at <= from || at > to) continue
      arrivals.push({ at, seed: Math.floor(draw(citySeed, 73, slot, serial) * 4294967296), serial })
    }
  }
  return arrivals.sort((one, other) => one.at - other.at || one.seed - other.seed)
}
