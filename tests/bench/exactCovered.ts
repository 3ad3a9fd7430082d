import { geosCovered } from '../fuzz/geosCovered'
import { boxOfArea } from './inputs/candidates'
import type { PlaneCity } from './inputs/planeCity'
import { flatRings } from './peers/flatRings'
import type { GeosEngine } from './peers/geosEngine'

const SEGMENTS = [256, 1024, 4096, 8192, 16_384]
/** Relative to the area: two steps of the reference this near have settled. */
const SETTLED = 1e-8

/** Square metres covered of one area by GEOS with ever more chords to a circle, until more change nothing. */
export function exactCovered(geos: GeosEngine, { areas, covers }: PlaneCity, area: number): number {
  const subject = geos.polygon(flatRings(areas[area]!))
  const size = geos.area(subject)
  const [minX, minY, maxX, maxY] = boxOfArea(areas[area]!)
  let before = Number.NaN
  for (const segments of SEGMENTS) {
    const found = geosCovered(geos, subject, { minX, minY, maxX, maxY }, covers, segments)
    if (Math.abs(found - before) <= SETTLED * size) {
      geos.destroy(subject)
      return found
    }
    before = found
  }
  geos.destroy(subject)
  return before
}
