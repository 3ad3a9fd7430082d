import type { Predictor } from './predictor'
import { seasonFit } from './seasonFit'

/** How quickly the level follows the newest value; the one that would have predicted best is taken. */
const PACES = [1, 0.6, 0.35, 0.2] as const

/**
 * The course of the day plus what is left of the present departure from it: S(t+h) + ρₕ · level(t). The level is the
 * smoothed departure from the day's course; ρₕ, the share of it that lasts h steps, is learnt from the readings by least
 * squares and kept within 0 and 1, so that a departure fades at the pace at which this device's departures do.
 */
export const seasonal: Predictor = (values, start, stepMs, horizon) => {
  const season = seasonFit(values, start, stepMs)
  const rest = values.map((value, index) => (value === null ? null : value - season(start + index * stepMs)))
  const fits = PACES.map((pace) => fitOf(rest, pace, horizon))
  const best = fits.reduce((a, b) => (b.error < a.error ? b : a))
  const last = start + (values.length - 1) * stepMs
  return (steps) => season(last + steps * stepMs) + (best.lasting[steps - 1] ?? 0) * best.level
}

interface Fit {
  /** Departure from the day's course now. */
  readonly level: number
  /** ρ of each number of steps, from 1. */
  readonly lasting: readonly number[]
  /** Sum of squared errors over the readings learnt from. */
  readonly error: number
}

function fitOf(rest: readonly (number | null)[], pace: number, horizon: number): Fit {
  const levels = smoothed(rest, pace)
  const lasting: number[] = []
  let error = 0
  for (let steps = 1; steps <= horizon; steps += 1) {
    let [cross, square, whole] = [0, 0, 0]
    for (let at = 0; at + steps < rest.length; at += 1) {
      const [level, then] = [levels[at]!, rest[at + steps]!]
      if (rest[at] === null || then === null) continue
      cross += level * then
      square += level * level
      whole += then * then
    }
    const share = square > 0 ? Math.min(1, Math.max(0, cross / square)) : 0
    lasting.push(share)
    error += whole - 2 * share * cross + share * share * square
  }
  return { level: levels.at(-1) ?? 0, lasting, error }
}

/** Exponentially smoothed; a missing value leaves the level as it was. */
function smoothed(rest: readonly (number | null)[], pace: number): readonly number[] {
  let level: number | null = null
  return rest.map((value) => {
    if (value !== null) level = level === null ? value : level + pace * (value - level)
    return level ?? 0
  })
}
