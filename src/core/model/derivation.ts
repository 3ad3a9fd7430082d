import type { CityFeature } from './feature'

/**
 * What time, and a feature's own past, add to its properties, such as a case's clock. Pure: the same feature, moment and
 * past give the same answer.
 */
export type Derivation = (
  feature: CityFeature,
  /** Epoch milliseconds. */
  now: number,
  /** The same feature as it was last derived, for hysteresis; null when it was not. */
  before: CityFeature | null,
) => Readonly<Record<string, unknown>>
