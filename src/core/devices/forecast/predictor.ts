/** The value expected so many steps (1, 2, …) after the last one. */
export type Prediction = (steps: number) => number

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
