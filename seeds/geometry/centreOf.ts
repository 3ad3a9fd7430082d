import type { MultiPolygon, Polygon, Position } from 'geojson'
import { ringCentre } from '../city/measure'
import { toPosition } from '../city/plane'
import { outerRing } from './outline'

/** Centre of mass of the largest part's outer ring, rounded to six decimals. */
export function centreOf(surface: Polygon | MultiPolygon): Position {
  return toPosition(ringCentre(outerRing(surface)))
}
