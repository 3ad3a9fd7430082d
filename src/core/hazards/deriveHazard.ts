import type { Derivation } from '../model/derivation'
import { daysLeft } from './daysLeft'
import { RECTIFIED } from './rectification'

/**
 * What time makes of a hazard. `days_left`: calendar days to its due date, negative when it has passed; null without a
 * readable date, and once struck off (已销号). `overdue`: the due day has ended and the hazard still stands, in whatever
 * step; null where it stands and nobody said until when.
 */
export const deriveHazard = (): Derivation => (feature, now) => {
  const { state, due } = feature.properties
  if (state === RECTIFIED) return { overdue: false, days_left: null }
  const left = daysLeft(due, now)
  return { overdue: left === null ? null : left < 0, days_left: left }
}
