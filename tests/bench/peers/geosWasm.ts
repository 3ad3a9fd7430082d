import { candidates } from '../inputs/candidates'
import type { PlaneCity } from '../inputs/planeCity'
import { type CoveragePeer, PEER_SEGMENTS, type PreparedPeer } from './coveragePeer'
import { coverRing } from './coverRing'
import { flatRings } from './flatRings'
import type { Geom, GeosEngine } from './geosEngine'

/** GEOS as it is usually asked: the candidates that meet the area (prepared), their union, one difference for the gap. */
export function geosUnion(geos: GeosEngine): CoveragePeer {
  return {
    name: 'geos-wasm',
    prepare: (city) =>
      prepare(geos, city, (area, covers) => {
        const near = geos.meeting(area, covers)
        if (near.length === 0) return geos.clone(area)
        const all = geos.multiPolygon(near.map((cover) => geos.clone(cover)))
        const union = geos.union(all)
        const gap = geos.difference(area, union)
        geos.destroy(all)
        geos.destroy(union)
        return gap
      }),
  }
}

/** GEOS at its best here: covers taken off one by one, the nearest first, until nothing is left. */
export function geosOneByOne(geos: GeosEngine): CoveragePeer {
  return {
    name: 'geos-wasm one by one',
    prepare: (city) =>
      prepare(geos, city, (area, covers) => {
        let gap = geos.clone(area)
        for (const cover of covers) {
          const less = geos.difference(gap, cover)
          geos.destroy(gap)
          gap = less
          if (geos.isEmpty(gap)) break
        }
        return gap
      }),
  }
}

function prepare(geos: GeosEngine, city: PlaneCity, gapOf: (area: Geom, covers: Geom[]) => Geom): PreparedPeer {
  const { covers } = city
  const shortcuts = candidates(city)
  const areas = city.areas.map((area) => geos.polygon(flatRings(area)))
  const sizes = areas.map((area) => geos.area(area))
  const discs = covers.map((cover) => {
    const ring = coverRing(cover, PEER_SEGMENTS)
    return ring ? geos.polygon([ring]) : null
  })
  const centres = city.areas.map(([outer]) => middleOf(outer!))
  /** How far short of its rim the area's middle lies: the most of it first. */
  const reach = (cover: number, [x, y]: readonly [number, number]): number =>
    Math.hypot(covers[cover]!.x - x, covers[cover]!.y - y) - covers[cover]!.radius
  return {
    cover(wanted = areas.keys()) {
      const covered: number[] = []
      for (const area of wanted) {
        const found = shortcuts.of(area)
        if (found === null) {
          covered.push(sizes[area]!)
          continue
        }
        const nearest = [...found].sort((a, b) => reach(a, centres[area]!) - reach(b, centres[area]!))
        const gap = gapOf(
          areas[area]!,
          nearest.map((cover) => discs[cover]!),
        )
        covered.push(sizes[area]! - geos.area(gap))
        geos.destroy(gap)
      }
      return Float64Array.from(covered)
    },
  }
}

function middleOf(ring: readonly (readonly [number, number])[]): [number, number] {
  const sum = ring.reduce<[number, number]>(([x, y], [px, py]) => [x + px, y + py], [0, 0])
  return [sum[0] / ring.length, sum[1] / ring.length]
}
