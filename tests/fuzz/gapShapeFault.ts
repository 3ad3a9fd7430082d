import { coverRing } from '../bench/peers/coverRing'
import type { Geom, GeosEngine } from '../bench/peers/geosEngine'
import type { CoverageCase, Part } from './coverageCase'
import { evenOddSubject } from './evenOddSubject'

const SEGMENTS = 1024
/** Metres: how far the drawn arcs and GEOS's chords may lie apart. */
const APART = 0.06

/**
 * Whether a drawn gap lies where GEOS says the ground is open, and not merely has its size: what both call open must be
 * all that either does, but for a strip along the arcs. In words, or null.
 */
export function gapShapeFault(
  geos: GeosEngine,
  subject: Geom,
  covers: CoverageCase['covers'],
  drawn: readonly Part[],
  open: number,
  allowed: number,
  arcLength: number,
): string | null {
  if (open <= allowed) return null
  const rings = covers.map((cover) => coverRing(cover, SEGMENTS)).filter((ring) => ring !== null)
  const discs = geos.multiPolygon(rings.map((ring) => geos.polygon([ring])))
  const union = geos.union(discs)
  const theirs = geos.difference(subject, union)
  const ours = evenOddSubject(geos, drawn)
  const both = geos.intersection(ours, theirs)
  const common = geos.area(both)
  for (const geometry of [discs, union, theirs, ours, both]) geos.destroy(geometry)
  const strip = APART * arcLength + 2 * allowed
  return common >= open - strip ? null : `the gap drawn and GEOS's have ${common} in common, of ${open}`
}
