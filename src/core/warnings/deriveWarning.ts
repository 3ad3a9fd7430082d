import type { Derivation } from '../model/derivation'
import { warningSpan } from './warningSpan'

/**
 * What time makes of a warning. `in_force`: from its onset (or the time it was given) until, but not at, its end. One
 * without a written end stands until it is taken back; one without a readable beginning is taken to have begun.
 */
export const deriveWarning = (): Derivation => (feature, now) => {
  const { from, until } = warningSpan(feature.properties)
  return { in_force: (from === null || from <= now) && (until === null || now < until) }
}
