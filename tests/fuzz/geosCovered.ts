import type { FieldCover } from '#core/geo/coverage/fieldCover.ts'
import { coverRing } from '../bench/peers/coverRing'
import type { Geom, GeosEngine } from '../bench/peers/geosEngine'
import { type Box, touches } from './planeBox'

/** Square metres of the subject inside the union of covers, by GEOS, each circle standing for `segments` chords. */
export function geosCovered(
  geos: GeosEngine,
  subject: Geom,
  box: Box,
  covers: readonly FieldCover[],
  segments: number,
): number {
  const near = covers.filter((cover) => touches(cover, box))
  const rings = near.map((cover) => coverRing(cover, segments)).filter((ring) => ring !== null)
  if (rings.length === 0) return 0
  const discs = geos.multiPolygon(rings.map((ring) => geos.polygon([ring])))
  const union = geos.union(discs)
  const inside = geos.intersection(subject, union)
  const area = geos.area(inside)
  for (const geometry of [discs, union, inside]) geos.destroy(geometry)
  return area
}
