import { type CoverIndex, coverIndex } from '../geo/coverSet'
import { coverShapes } from '../geo/coverShape'
import type { CityFeature } from '../model/feature'

const made = new WeakMap<readonly CityFeature[], CoverIndex>()

/** The polygons among features, indexed once for the same list. */
export function polygonsOf(features: readonly CityFeature[]): CoverIndex {
  const known = made.get(features)
  if (known) return known
  const index = coverIndex(features.flatMap((feature) => coverShapes(feature.geometry, undefined) ?? []))
  made.set(features, index)
  return index
}
