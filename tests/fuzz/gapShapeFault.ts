import { coverRing } from '../bench/peers/coverRing'
import type { Geom, GeosEngine } from '../bench/peers/geosEngine'
import type { CoverageCase, Part } from './coverageCase'
import { evenOddSubject } from './evenOddSubject'
import { lengthOf } from './lengthOf'

const SEGMENTS = 1024
/** Metres: how far the drawn arcs and GEOS's chords may lie apart. */
const APART = 0.06
/**
 * Metres: GEOS at times drops a whole piece of the intersection of two areas that nearly coincide; moved apart a little,
 * it does not. A gap in the wrong place stays wrong.
 */
const SHIFTS = [0, 1e-3, -2e-3]

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
  let common = 0
  const strip = APART * arcLength + 2 * allowed
  for (const shift of SHIFTS) {
    const ours = evenOddSubject(
      geos,
      drawn.map((part) => part.map((ring) => ring.map(([x = 0, y = 0]) => [x + shift, y - shift / 3]))),
    )
    const both = geos.intersection(ours, theirs)
    // What the move itself takes off the common ground, at most.
    common = Math.max(common, geos.area(both) + 1.1 * Math.abs(shift) * lengthOf(drawn))
    for (const geometry of [ours, both]) geos.destroy(geometry)
    if (common >= open - strip) break
  }
  for (const geometry of [discs, union, theirs]) geos.destroy(geometry)
  return common >= open - strip ? null : `the gap drawn and GEOS's have ${common} in common, of ${open}`
}
