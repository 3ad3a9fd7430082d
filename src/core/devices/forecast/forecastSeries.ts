import { type Reading, sampleEvenly } from '../series'
import { backtest, errorBand, naive } from './backtest'
import { seasonal } from './seasonal'

/** Value expected at a moment (epoch milliseconds), and the band that held four of five past errors. */
interface ForecastPoint {
  readonly time: number
  readonly value: number
  readonly low: number
  readonly high: number
}

export interface Forecast {
  readonly kind: 'forecast'
  /** `naive` where the day's course did not do better than saying that all stays as it is. */
  readonly method: 'seasonal' | 'naive'
  readonly points: readonly ForecastPoint[]
  /** Mean absolute error of each in the back-test, in the unit of the device. */
  readonly error: { readonly seasonal: number; readonly naive: number }
  /** Moments of the past from which the back-test looked ahead. */
  readonly origins: number
  /** Share of past errors within the band. */
  readonly within: number
}

/** A forecast, or why there is none: too few readings, or too short a time of them. */
export type ForecastAnswer = Forecast | { readonly kind: 'none'; readonly why: 'too-few' }

const HOUR_MS = 3_600_000
const AHEAD_MS = 6 * HOUR_MS
/** Finer steps than a quarter of an hour say nothing more about hours. */
const SHORTEST_STEP = 900
const MOST_STEPS = 288
const FEWEST_KNOWN = 24
const SHORTEST_SPAN_MS = 12 * HOUR_MS
const WITHIN = 0.8

/**
 * The next six hours of a device from its readings (oldest first) and its cycle (seconds). Two predictors are tried on the
 * past by rolling origin, each seeing only what was known then; the better one speaks, and both errors are given. Values
 * are never expected below `least`, if given.
 */
export function forecastSeries(
  readings: readonly Reading[],
  cycle: number,
  least: number | null = null,
): ForecastAnswer {
  const [first, last] = [readings[0], readings.at(-1)]
  const none = { kind: 'none', why: 'too-few' } as const
  if (!first || !last) return none
  const stepMs = Math.max(SHORTEST_STEP, cycle) * 1000
  const count = Math.min(MOST_STEPS, Math.floor((last.time - first.time) / stepMs) + 1)
  const start = last.time - (count - 1) * stepMs
  // What goes on from now is the reading itself, not the mean of the step that it ends.
  const values = sampleEvenly(readings, start - stepMs, last.time, count).with(-1, last.value)
  if (values.filter((value) => value !== null).length < FEWEST_KNOWN) return none
  if (last.time - first.time < SHORTEST_SPAN_MS) return none
  const horizon = Math.max(1, Math.floor(AHEAD_MS / stepMs))
  const ours = backtest(seasonal, values, start, stepMs, horizon)
  const theirs = backtest(naive, values, start, stepMs, horizon)
  if (ours.mae === null || theirs.mae === null) return none
  const better = ours.mae < theirs.mae
  const predict = (better ? seasonal : naive)(values, start, stepMs, horizon)
  const band = errorBand((better ? ours : theirs).errors, WITHIN)
  const floor = least ?? Number.NEGATIVE_INFINITY
  const points = band.map((width, index): ForecastPoint => {
    const value = Math.max(floor, predict(index + 1))
    const time = last.time + (index + 1) * stepMs
    return { time, value, low: Math.max(floor, value - width), high: value + width }
  })
  return {
    kind: 'forecast',
    method: better ? 'seasonal' : 'naive',
    points,
    error: { seasonal: ours.mae, naive: theirs.mae },
    origins: ours.origins,
    within: WITHIN,
  }
}
