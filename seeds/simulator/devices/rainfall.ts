import { draw } from '../draw'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
/** At most one storm begins in each stretch of this length. */
const SLOT = 18 * HOUR
const SKY = 370883

/** One storm over the whole city: rain rises from `start`, is heaviest at a third of its length, and ends. */
interface Storm {
  /** Epoch milliseconds. */
  readonly start: number
  /** Milliseconds. */
  readonly length: number
  /** Heaviest rate, mm/h, before what a place makes of it. */
  readonly peak: number
}

/** The morning the demonstration begins is a wet one: an orange rainstorm warning is in force. */
const wetMorning: Storm = { start: Date.UTC(2026, 7, 31, 21, 40), length: 6 * HOUR, peak: 17 }

function stormOf(slot: number): Storm | null {
  if (draw(SKY, 1, slot) > 0.24) return null
  const start = slot * SLOT + draw(SKY, 2, slot) * SLOT * 0.6
  const storm = {
    start,
    length: (1.2 + 5 * draw(SKY, 3, slot)) * HOUR,
    peak: 3 + 24 * draw(SKY, 4, slot) ** 2,
  }
  const clear = Math.abs(start - wetMorning.start) > 30 * HOUR
  return clear ? storm : null
}

/** Storms that began in the `hours` before a moment (epoch milliseconds), the oldest first. */
function stormsBefore(time: number, hours: number): readonly Storm[] {
  const from = time - hours * HOUR
  const storms: Storm[] = []
  for (let slot = Math.floor(from / SLOT); slot <= Math.floor(time / SLOT); slot++) {
    const storm = stormOf(slot)
    if (storm && storm.start > from && storm.start <= time) storms.push(storm)
  }
  if (wetMorning.start > from && wetMorning.start <= time) storms.push(wetMorning)
  return storms.sort((one, other) => one.start - other.start)
}

/** Rain over the city at a moment, mm/h. */
export function rainRate(time: number): number {
  return stormsBefore(time, 7).reduce((sum, storm) => {
    const share = (time - storm.start) / storm.length
    if (share >= 1) return sum
    return sum + storm.peak * (share < 1 / 3 ? share * 3 : (1 - share) * 1.5)
  }, 0)
}

/**
 * What rain does to water that gathers and drains away: 0 when dry, about the millimetres that fell when it stands
 * highest, `lag` milliseconds after the heaviest rain, then falling again.
 */
export function rainResponse(time: number, lag: number): number {
  return stormsBefore(time, 12 + (8 * lag) / HOUR).reduce((sum, storm) => {
    const since = time - storm.start - storm.length / 4
    if (since <= 0) return sum
    const depth = (storm.peak * storm.length) / (2 * HOUR)
    const spread = lag + storm.length / 6
    const share = since / spread
    return sum + depth * share * Math.exp(1 - share)
  }, 0)
}
