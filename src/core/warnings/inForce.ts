import type { CityFeature } from '../model/feature'
import { deriveWarning } from './deriveWarning'
import { severityRank } from './warningLevel'
import { warningSpan } from './warningSpan'

const derive = deriveWarning()

/** The warnings in force at `now` (epoch milliseconds): most severe first, then the newest; ties by id. */
export function inForce(warnings: readonly CityFeature[], now: number): readonly CityFeature[] {
  return warnings
    .filter((warning) => derive(warning, now, null).in_force === true)
    .toSorted((a, b) => bySeverity(a, b) || byTime(a, b) || (a.id < b.id ? -1 : 1))
}

/** The warnings given but not begun at `now`: the first to begin first, of equal ones the most severe. */
export function notYetInForce(warnings: readonly CityFeature[], now: number): readonly CityFeature[] {
  return warnings
    .filter(({ properties }) => {
      const { from, until } = warningSpan(properties)
      return from !== null && from > now && (until === null || until > from)
    })
    .toSorted((a, b) => byTime(b, a) || bySeverity(a, b) || (a.id < b.id ? -1 : 1))
}

const bySeverity = (a: CityFeature, b: CityFeature): number =>
  severityRank(a.properties.level) - severityRank(b.properties.level)

/** Newest first; without a time last. */
function byTime(a: CityFeature, b: CityFeature): number {
  const [x, y] = [warningSpan(a.properties).from, warningSpan(b.properties).from]
  if (x === y) return 0
  if (x === null) return 1
  return y === null ? -1 : y - x
}
