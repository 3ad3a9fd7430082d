import type { CityFeature } from '../../model/feature'

import type { Reading } from './readingSeries'

/** Past readings of one device. */
export interface ArchivedReadings {
  readonly device: string
  readonly readings: readonly Reading[]
}

/**
 * Past readings as a feed of series gives them: `device`, `start` (ISO), `step` (seconds) and `values`, null where the
 * device gave none. Null: the feature is no such series.
 */
export function archivedReadings({ properties }: CityFeature): ArchivedReadings | null {
  const { device, start, step, values } = properties
  const from = typeof start === 'string' ? Date.parse(start) : Number.NaN
  if (typeof device !== 'string' || typeof step !== 'number' || !(step > 0) || !Array.isArray(values)) return null
  if (Number.isNaN(from)) return null
  const readings = values.flatMap((value: unknown, index): Reading[] =>
    typeof value === 'number' && Number.isFinite(value)
      ? [{ time: from + index * step * 1000, value, every: step }]
      : [],
  )
  return { device, readings }
}
