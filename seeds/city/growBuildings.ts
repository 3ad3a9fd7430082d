import { random } from '../random'
import { type Pattern, patternFor } from './buildingPattern'
import { inflate, outers } from './clip'
import type { BlockPlan } from './growBlocks'
import { distance, insideRing } from './measure'
import type { Path, Point } from './plane'
import type { LandUse } from './types'

export interface BuildingPlan {
  readonly block: string
  readonly ring: Path
  readonly floors: number
  readonly height: number
  readonly use: LandUse
}

/** Direction of the ring's longest side, a unit vector, turned so that it points about east. */
function grain(ring: Path): Point {
  let best: Point = [1, 0]
  let longest = 0
  ring.forEach((a, index) => {
    const b = ring[(index + 1) % ring.length]!
    const length = distance(a, b)
    if (length > longest) {
      longest = length
      best = [(b[0] - a[0]) / length, (b[1] - a[1]) / length]
    }
  })
  const [east, north] = best
  const flat: Point = Math.abs(east) >= Math.abs(north) ? best : [north, -east]
  return flat[0] < 0 ? [-flat[0], -flat[1]] : flat
}

/** Buildings in rows parallel to the block's long side, all inside the block with the pattern's setback. */
function fillBlock(block: BlockPlan, pattern: Pattern, most: number): BuildingPlan[] {
  const stream = random(`buildings-${Math.round(block.centre[0])}-${Math.round(block.centre[1])}`)
  const inner = outers(inflate([block.ring], -pattern.setback))
  const [east, north] = grain(block.ring)
  const buildings: BuildingPlan[] = []
  for (const ring of inner) {
    const us = ring.map(([x, y]) => x * east + y * north)
    const vs = ring.map(([x, y]) => y * east - x * north)
    const [west, far] = [Math.min(...us), Math.max(...us)]
    const [south, top] = [Math.min(...vs), Math.max(...vs)]
    const rows = Math.max(1, Math.floor((top - south + pattern.rowGap) / (pattern.depth + pattern.rowGap)))
    const pitch = rows === 1 ? 0 : (top - south - pattern.depth) / (rows - 1)
    for (let row = 0; row < rows; row++) {
      const v = rows === 1 ? (south + top - pattern.depth) / 2 : south + row * pitch
      let u = west + stream.between(0, 4)
      while (u < far) {
        const width = pattern.width * stream.between(0.82, 1.18)
        const corners: readonly Point[] = [
          [u, v],
          [u + width, v],
          [u + width, v + pattern.depth],
          [u, v + pattern.depth],
        ]
        const placed = corners.map(([a, b]): Point => [a * east - b * north, a * north + b * east])
        if (fits(placed, ring)) {
          u += width + pattern.gap
          if (stream.chance(pattern.fill)) {
            const floors = stream.whole(pattern.floors[0], pattern.floors[1])
            const height = Math.round(floors * pattern.storey * 10) / 10
            buildings.push({ block: block.id, ring: placed, floors, height, use: block.use })
          }
        } else u += 6
      }
    }
  }
  return buildings.length > most ? stream.shuffle(buildings).slice(0, most) : buildings
}

function fits(corners: Path, ring: Path): boolean {
  return corners.every((corner, index) => {
    const next = corners[(index + 1) % corners.length]!
    return insideRing(corner, ring) && insideRing([(corner[0] + next[0]) / 2, (corner[1] + next[1]) / 2], ring)
  })
}

export function growBuildings(blocks: readonly BlockPlan[]): BuildingPlan[] {
  return blocks.flatMap((block) => {
    const stream = random(`pattern-${Math.round(block.centre[0])}-${Math.round(block.centre[1])}`)
    const pattern = patternFor(block, stream)
    return pattern ? fillBlock(block, pattern, block.place === 'village' ? 5 : 60) : []
  })
}
