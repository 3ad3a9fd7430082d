import type { Geom, GeosEngine } from '../bench/peers/geosEngine'
import type { CoverageCase, Part } from './coverageCase'
import { partSpans } from './partSpans'
import { mergeSpans } from './spans'

/** Metres: a gap between two spans no wider than twice this is the two sides of a spike. */
const SPIKE = 1e-8

/** The subject in GEOS: each part's rings read even-odd, parts united. */
export function evenOddSubject(geos: GeosEngine, parts: CoverageCase['parts']): Geom {
  if (parts.length === 1 && parts[0]) return evenOddPart(geos, parts[0])
  return united(
    geos,
    parts.map((part) => evenOddPart(geos, part)),
  )
}

/** The faces between a part's edges that are inside by the even-odd rule, whatever the rings do; corners are moved by 30 nm at most. */
function evenOddPart(geos: GeosEngine, part: Part): Geom {
  const plain = geos.polygon(part.map((ring) => Float64Array.from(ring.flat())))
  if (geos.isValid(plain)) return plain
  geos.destroy(plain)
  const inside: Geom[] = []
  for (const face of geos.faces(part.map((ring) => Float64Array.from(ring.flat(), rounded)))) {
    const [x, y] = geos.innerPlace(face)
    // A spike of no width parts a span in two: a place on it is as what lies on both sides.
    const spans = mergeSpans(partSpans(part, y).map(([from, to]) => [from - SPIKE, to + SPIKE]))
    if (spans.some(([from, to]) => from + SPIKE < x && x < to - SPIKE)) inside.push(face)
    else geos.destroy(face)
  }
  return united(geos, inside)
}

/** Lines that nearly coincide, which GEOS may lose a face between, coincide. */
function rounded(metres: number): number {
  return Math.round(metres * 2 ** 24) / 2 ** 24
}

/** Takes the parts over. */
function united(geos: GeosEngine, parts: readonly Geom[]): Geom {
  const all = geos.multiPolygon(parts)
  const union = geos.union(all)
  geos.destroy(all)
  return union
}
