import type { Geom, GeosEngine } from '../bench/peers/geosEngine'
import type { CoverageCase, Part } from './coverageCase'

/** The subject in GEOS: each part's rings read even-odd, parts united. */
export function evenOddSubject(geos: GeosEngine, parts: CoverageCase['parts']): Geom {
  const mended = parts.map((part) => evenOddPart(geos, part))
  const [only] = mended
  if (mended.length === 1 && only !== undefined) return only
  return freeing(geos, geos.multiPolygon(mended), (all) => geos.union(all))
}

/** Even-odd is exclusive or: of the rings, and of the triangles that fan out from a ring's first position. */
function evenOddPart(geos: GeosEngine, part: Part): Geom {
  const plain = geos.polygon(part.map((ring) => Float64Array.from(ring.flat())))
  if (geos.isValid(plain)) return plain
  geos.destroy(plain)
  let result = geos.multiPolygon([])
  for (const triangle of part.flatMap(fan)) {
    const added = geos.polygon([Float64Array.from(triangle.flat())])
    const next = geos.symmetricDifference(result, added)
    geos.destroy(result)
    geos.destroy(added)
    result = next
  }
  return result
}

function fan(ring: Part[number]): (readonly (readonly number[])[])[] {
  const [first, ...others] = ring
  if (!first) return []
  return others
    .slice(1)
    .map((point, i) => [first, others[i]!, point, first])
    .filter(([a, b, c]) => (b![0]! - a![0]!) * (c![1]! - a![1]!) !== (b![1]! - a![1]!) * (c![0]! - a![0]!))
}

function freeing(geos: GeosEngine, geometry: Geom, use: (geometry: Geom) => Geom): Geom {
  const result = use(geometry)
  geos.destroy(geometry)
  return result
}
