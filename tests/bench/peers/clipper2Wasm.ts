import createClipper from 'clipper2-wasm'
import { candidates } from '../inputs/candidates'
import type { CoveragePeer } from './coveragePeer'
import { PEER_SEGMENTS } from './coveragePeer'
import { coverRing } from './coverRing'
import { flatRings } from './flatRings'

/** Steps to a metre of Clipper's whole numbers. */
const SCALE = 1000

export type Clipper = Awaited<ReturnType<typeof loadClipper>>

export async function loadClipper() {
  return await createClipper()
}

/** A closed ring of flat metres, in whole millimetres. */
export function clipperPath(clipper: Clipper, ring: Float64Array) {
  const path = new clipper.Path64()
  // x, y, z; the closing position is not repeated in Clipper.
  const numbers = new BigInt64Array((ring.length / 2 - 1) * 3)
  for (let i = 0; i < ring.length / 2 - 1; i++) {
    numbers[i * 3] = BigInt(Math.round(ring[i * 2]! * SCALE))
    numbers[i * 3 + 1] = BigInt(Math.round(ring[i * 2 + 1]! * SCALE))
  }
  path.assign(numbers)
  return path
}

/** Clipper2: one difference of the area and all candidates, non-zero. */
export function clipper2Wasm(clipper: Clipper): CoveragePeer {
  const pathOf = (ring: Float64Array) => clipperPath(clipper, ring)
  return {
    name: 'clipper2-wasm',
    prepare(city) {
      const shortcuts = candidates(city)
      const areas = city.areas.map((area) => {
        const paths = new clipper.Paths64()
        for (const ring of flatRings(area)) paths.push_back(pathOf(ring))
        return paths
      })
      const sizes = areas.map((area) => clipper.AreaPaths64(area))
      const discs = city.covers.map((cover) => {
        const ring = coverRing(cover, PEER_SEGMENTS)
        return ring && pathOf(ring)
      })
      return {
        cover(wanted = areas.keys()) {
          const covered: number[] = []
          for (const area of wanted) {
            const found = shortcuts.of(area)
            if (found === null) {
              covered.push(sizes[area]! / SCALE ** 2)
              continue
            }
            const clips = new clipper.Paths64()
            for (const cover of found) if (discs[cover]) clips.push_back(discs[cover])
            const gap = clipper.Difference64(areas[area]!, clips, clipper.FillRule.NonZero)
            covered.push((sizes[area]! - clipper.AreaPaths64(gap)) / SCALE ** 2)
            gap.delete()
            clips.delete()
          }
          return Float64Array.from(covered)
        },
      }
    },
  }
}
