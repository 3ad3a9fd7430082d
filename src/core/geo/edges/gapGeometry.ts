import type { MultiPolygon, Polygon } from 'geojson'
import type { GridPoint } from '../equalAreaGrid'
import { withoutSpikes } from '../rings/ring'
import { type Lattice, WORLD } from './lattice'
import { linkPieces } from './linkPieces'
import { nestedRings, ringArea } from './nestedRings'
import type { Overlay } from './overlay'

/** Steps: rings that on average are no wider are rounding, not ground. */
const THIN = 4
/** Of the extent: likewise. */
const THIN_SHARE = 2 ** -34
/** Of the open ground: by so much its rings may differ from it. */
const SAME_AREA = 1e-9

/**
 * Draws the open ground: outer rings counter-clockwise, holes clockwise in their outer ring, positions to 1e-9 degrees; without
 * polygons where all of it is too thin to draw. Null when its edges do not link to rings of its area.
 */
export function gapGeometry(found: Overlay, lattice: Lattice = WORLD): Polygon | MultiPolygon | null {
  const linked = linkPieces(found)
  if (!linked) return null
  const areas = linked.map(ringArea)
  const area = areas.reduce((sum, of) => sum + of, 0)
  if (!(Math.abs(area - found.open) <= SAME_AREA * found.area)) return null
  const extent = found.layers.reduce((least, { box }) => Math.min(least, box[2] - box[0] + box[3] - box[1]), Infinity)
  const width = Math.max(THIN, THIN_SHARE * extent)
  const wide = linked.filter((ring, index) => Math.abs(areas[index]!) > (width * flatLength(ring)) / 2)
  const drawn = wide.map((ring) => drawnRing(ring, lattice))
  return nestedRings(found.crossings.touching ? withoutCorridors(drawn) : drawn)
}

function flatLength(ring: Float64Array): number {
  let sum = 0
  let px = ring[ring.length - 2]!
  let py = ring[ring.length - 1]!
  for (let i = 0; i < ring.length; i += 2) {
    sum += Math.abs(ring[i]! - px) + Math.abs(ring[i + 1]! - py)
    px = ring[i]!
    py = ring[i + 1]!
  }
  return sum
}

/** In nanodegrees, without repeated corners. */
function drawnRing(ring: Float64Array, { toPosition }: Lattice): Float64Array {
  const drawn = new Float64Array(ring.length)
  let count = 0
  for (let i = 0; i < ring.length; i += 2) {
    const position = toPosition(ring[i]!, ring[i + 1]!)
    const x = Math.round(position[0] * 1e9)
    const y = Math.round(position[1] * 1e9)
    if (count > 0 && x === drawn[count - 2] && y === drawn[count - 1]) continue
    drawn[count++] = x
    drawn[count++] = y
  }
  while (count > 2 && drawn[0] === drawn[count - 2] && drawn[1] === drawn[count - 1]) count -= 2
  return drawn.subarray(0, count)
}

/**
 * Rings along shared edges run there and back between pieces of ground: what is passed both ways is left out, and the rest
 * linked anew, at each corner by the sharpest turn to the right, so that pieces that meet in a point stay apart.
 */
function withoutCorridors(rings: readonly Float64Array[]): Float64Array[] {
  const corners: GridPoint[] = []
  const numbers = new Map<string, number>()
  const numberOf = (x: number, y: number): number => {
    const key = `${x} ${y}`
    const known = numbers.get(key)
    if (known !== undefined) return known
    numbers.set(key, corners.length)
    return corners.push({ x, y }) - 1
  }
  const flat = rings.map((ring) => {
    const path: number[] = []
    for (let i = 0; i < ring.length; i += 2) path.push(numberOf(ring[i]!, ring[i + 1]!))
    return path
  })
  const most = corners.length
  /** Ways from corner to corner that are passed more often than back, by their ends. */
  const passed = new Map<number, number>()
  for (const path of flat) {
    for (const [i, to] of path.entries()) {
      const from = path[i === 0 ? path.length - 1 : i - 1]!
      const back = to * most + from
      const opposite = passed.get(back) ?? 0
      if (opposite > 0) passed.set(back, opposite - 1)
      else passed.set(from * most + to, (passed.get(from * most + to) ?? 0) + 1)
    }
  }
  const next = new Map<number, number[]>()
  for (const [way, times] of passed) {
    const from = Math.floor(way / most)
    const onwards = next.get(from) ?? []
    for (let time = 0; time < times; time++) onwards.push(way % most)
    if (onwards.length > 0) next.set(from, onwards)
  }
  const linked: GridPoint[][] = []
  for (const [first, onwards] of next) {
    while (onwards.length > 0) {
      const path = [first]
      let before = first
      let here = onwards.pop()!
      while (here !== first) {
        const ways = next.get(here)
        if (!ways || ways.length === 0) break
        path.push(here)
        const chosen = ways.length === 1 ? 0 : sharpestRight(corners, before, here, ways)
        before = here
        here = ways.splice(chosen, 1)[0]!
      }
      linked.push(path.map((corner) => corners[corner]!))
    }
  }
  return linked
    .map(withoutSpikes)
    .filter((path) => path.length > 2)
    .map((path) => Float64Array.from(path.flatMap(({ x, y }) => [x, y])))
}

/** Of the ways on from a corner the first one clockwise from the way back. */
function sharpestRight(corners: readonly GridPoint[], before: number, here: number, ways: readonly number[]): number {
  const { x, y } = corners[here]!
  const angleTo = (corner: number) => Math.atan2(corners[corner]!.y - y, corners[corner]!.x - x)
  const back = angleTo(before)
  let chosen = 0
  let least = Infinity
  for (const [index, way] of ways.entries()) {
    let turned = back - angleTo(way)
    if (turned <= 0) turned += 2 * Math.PI
    if (turned >= least) continue
    least = turned
    chosen = index
  }
  return chosen
}
