/** The value expected so many steps (1, 2, …) after the last one. */
type Prediction = (steps: number) => number

/**
 * Learns from values at even times (null: missing), the last of which is the newest and known, and predicts what follows.
 * `start` is the time of the first, epoch milliseconds; `horizon` the most steps that will be asked for.
 */
export type Predictor = (
  values: readonly (number | null)[],
  start: number,
  stepMs: number,
  horizon: number,
) => Prediction

/** What any forecast must beat: it stays as it is. */
export const naive: Predictor = (values) => {
  const last = values.findLast((value) => value !== null) ?? 0
  return () => last
}

/**
 * Half width of a band for each step ahead: the quantile `within` (0-1) of the absolute errors made at that step, and no
 * less than their mean: a gauge that is mostly dry made no error most of the time, which says little in the rain. It never
 * narrows with distance; a step without errors is as wide as the one before.
 */
export function errorBand(errors: readonly (readonly number[])[], within: number): readonly number[] {
  let width = 0
  return errors.map((made) => {
    const sorted = made.toSorted((a, b) => a - b)
    const at = Math.min(sorted.length - 1, Math.ceil(within * sorted.length) - 1)
    const mean = sorted.length === 0 ? 0 : sorted.reduce((sum, error) => sum + error, 0) / sorted.length
    width = Math.max(width, sorted[at] ?? 0, mean)
    return width
  })
}

/** Errors a predictor would have made, by number of steps ahead. */
export interface Backtest {
  /** Mean absolute error over all steps and origins; null where nothing could be compared. */
  readonly mae: number | null
  /** Absolute errors of each number of steps ahead, from 1. */
  readonly errors: readonly (readonly number[])[]
  /** How many times it was asked. */
  readonly origins: number
}

/** Share of the values that are learnt from only. */
const LEARNT = 0.5
/** Times it is asked at most. */
const MOST_ORIGINS = 24

/**
 * Rolling origin: standing at moments of the newer half of the values in turn, a predictor sees only what was known then
 * and is held against what came. Moments without a value are no origin.
 */
export function backtest(
  predictor: Predictor,
  values: readonly (number | null)[],
  start: number,
  stepMs: number,
  horizon: number,
): Backtest {
  const errors = Array.from({ length: horizon }, (): number[] => [])
  const first = Math.floor(values.length * LEARNT)
  const stride = Math.max(1, Math.floor((values.length - first) / MOST_ORIGINS))
  let origins = 0
  let [sum, count] = [0, 0]
  for (let origin = first; origin < values.length - 1; origin += stride) {
    if (values[origin] === null) continue
    origins += 1
    const predict = predictor(values.slice(0, origin + 1), start, stepMs, horizon)
    for (let steps = 1; steps <= horizon && origin + steps < values.length; steps += 1) {
      const came = values[origin + steps]!
      if (came === null) continue
      const error = Math.abs(predict(steps) - came)
      errors[steps - 1]!.push(error)
      sum += error
      count += 1
    }
  }
  return { mae: count > 0 ? sum / count : null, errors, origins }
}
