import type { Geom, GeosEngine } from '../bench/peers/geosEngine'
import type { CoverageCase, Part } from './coverageCase'
import { partSpans } from './partSpans'

/** The subject in GEOS: each part's rings read even-odd, parts united. */
export function evenOddSubject(geos: GeosEngine, parts: CoverageCase['parts']): Geom {
  if (parts.length === 1 && parts[0]) return evenOddPart(geos, parts[0])
  return united(
    geos,
    parts.map((part) => evenOddPart(geos, part)),
  )
}

/** The faces between a part's edges that are inside by the even-odd rule; exact, whatever the rings do. */
function evenOddPart(geos: GeosEngine, part: Part): Geom {
  const rings = part.map((ring) => Float64Array.from(ring.flat()))
  const plain = geos.polygon(rings)
  if (geos.isValid(plain)) return plain
  geos.destroy(plain)
  const inside: Geom[] = []
  for (const face of geos.faces(rings)) {
    const [x, y] = geos.innerPlace(face)
    if (partSpans(part, y).some(([from, to]) => from < x && x < to)) inside.push(face)
    else geos.destroy(face)
  }
  return united(geos, inside)
}

/** Takes the parts over. */
function united(geos: GeosEngine, parts: readonly Geom[]): Geom {
  const all = geos.multiPolygon(parts)
  const union = geos.union(all)
  geos.destroy(all)
  return union
}
