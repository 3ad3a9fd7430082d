import { bbox } from '@turf/turf'
import type { CityFeature } from '#core/model/feature.ts'

/** [west, south, east, north] of everything that has a place, or null when nothing has. */
export function boundsOfFeatures(features: readonly CityFeature[]): readonly [number, number, number, number] | null {
  let [west, south, east, north] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, -Infinity, -Infinity]
  for (const { geometry } of features) {
    if (!geometry) continue
    const [w, s, e, n] = bbox(geometry)
    west = Math.min(west, w)
    south = Math.min(south, s)
    east = Math.max(east, e)
    north = Math.max(north, n)
  }
  return west <= east ? [west, south, east, north] : null
}
