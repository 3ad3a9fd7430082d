import { difference, featureCollection, polygon } from '@turf/turf'
import type { Feature, MultiPolygon, Polygon } from 'geojson'
import { candidates } from '../inputs/candidates'
import { type CoveragePeer, PEER_SEGMENTS } from './coveragePeer'
import { coverRing } from './coverRing'

/** Turf: one difference of the area and its candidates. It takes any plane's coordinates; areas are taken in the plane. */
export const turfPeer: CoveragePeer = {
  name: 'turf',
  prepare(city) {
    const shortcuts = candidates(city)
    const areas = city.areas.map((area) => polygon(area.map((ring) => ring.map(([x, y]) => [x, y]))))
    const sizes = areas.map((area) => planeArea(area))
    const discs = city.covers.map((cover) => {
      const ring = coverRing(cover, PEER_SEGMENTS)
      return ring && polygon([Array.from({ length: ring.length / 2 }, (_, i) => [ring[i * 2]!, ring[i * 2 + 1]!])])
    })
    return {
      cover(wanted = areas.keys()) {
        const covered: number[] = []
        for (const area of wanted) {
          const found = shortcuts.of(area)
          const near = (found ?? []).map((cover) => discs[cover]).filter((disc) => disc !== null && disc !== undefined)
          if (found === null || near.length === 0) {
            covered.push(found === null ? sizes[area]! : 0)
            continue
          }
          const gap = difference(featureCollection<Polygon | MultiPolygon>([areas[area]!, ...near]))
          covered.push(sizes[area]! - (gap ? planeArea(gap) : 0))
        }
        return Float64Array.from(covered)
      },
    }
  },
}

function planeArea({ geometry }: Feature<Polygon | MultiPolygon>): number {
  const parts = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
  let twice = 0
  for (const part of parts) {
    for (const [index, ring] of part.entries()) {
      let sum = 0
      for (let i = 1; i < ring.length; i++) {
        sum += ring[i - 1]![0]! * ring[i]![1]! - ring[i]![0]! * ring[i - 1]![1]!
      }
      twice += index === 0 ? Math.abs(sum) : -Math.abs(sum)
    }
  }
  return twice / 2
}
