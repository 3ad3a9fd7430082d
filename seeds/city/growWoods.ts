import { boxOf, inBox } from './box'
import { difference, inflate, intersect, outers } from './clip'
import { simplifyRing } from './curve'
import type { Area } from './growWater'
import { distance, insideRing, ringArea } from './measure'
import { fractalNoise } from './noise'
import type { Path, Point } from './plane'

const step = 260

/** How wooded a point is: above 0 is wood. More in the eastern hills than on the western plain, less near villages. */
function woodiness(point: Point, villages: readonly Point[]): number {
  const east = Math.min(1, Math.max(0, (point[0] - 3500) / 16000))
  const base = fractalNoise(point, 3600, 91) - 0.58 + east * 0.42
  if (base < 0) return base
  const nearest = Math.min(...villages.map((village) => distance(village, point)))
  return base - Math.max(0, 1 - nearest / 850) * 0.9
}

/** Where the value passes zero between two grid points, in whole centimetres so that neighbouring cells agree. */
function passing(a: Point, b: Point, valueA: number, valueB: number): Point {
  const share = valueA / (valueA - valueB)
  const axis = (index: 0 | 1): number => Math.round((a[index] + (b[index] - a[index]) * share) * 100) / 100
  return [axis(0), axis(1)]
}

/** The contour's pieces in one grid cell (marching squares), wood on their left. */
function contourPieces(corners: readonly Point[], values: readonly number[]): [Point, Point][] {
  const entries: Point[] = []
  const exits: Point[] = []
  for (let index = 0; index < 4; index++) {
    const next = (index + 1) % 4
    const [here, there] = [values[index]!, values[next]!]
    if (here > 0 === there > 0) continue
    const point = passing(corners[index]!, corners[next]!, here, there)
    if (here > 0) exits.push(point)
    else entries.push(point)
  }
  // Leaving wood at one side, the contour goes on to where the cell's edge next comes back into wood.
  const shift = exits.length === 2 && values[0]! > 0 ? 0 : exits.length - 1
  return exits.map((exit, index) => [exit, entries[(index + shift + entries.length) % entries.length]!])
}

/** Chains pieces into closed rings. */
function chain(pieces: readonly (readonly [Point, Point])[]): Path[] {
  const key = (point: Point): string => `${point[0]},${point[1]}`
  const next = new Map(pieces.map(([from, to]) => [key(from), to]))
  const rings: Path[] = []
  for (const [start] of pieces) {
    const ring: Point[] = []
    let at: Point | undefined = start
    while (at && next.has(key(at))) {
      const to: Point = next.get(key(at))!
      next.delete(key(at))
      ring.push(to)
      at = to
    }
    if (ring.length > 2) rings.push(ring)
  }
  return rings
}

/** Woods: the contour of a smooth noise field, kept off settlements, water and the named hills. */
export function growWoods(
  boundary: Path,
  villages: readonly Point[],
  keepOff: readonly Path[],
  settled: readonly Path[],
): Area[] {
  const xs = boundary.map(([x]) => x)
  const ys = boundary.map(([, y]) => y)
  const pieces: [Point, Point][] = []
  const known = new Map<string, number>()
  const [west, south, east, north] = boxOf(boundary, -step / 2)
  const wooded = (point: Point): number => {
    if (!inBox(point, [west, south, east, north])) return -1
    const key = `${point[0]},${point[1]}`
    const value = known.get(key) ?? woodiness(point, villages)
    known.set(key, value)
    return value
  }
  for (let x = Math.floor(Math.min(...xs) / step) * step; x < Math.max(...xs); x += step) {
    for (let y = Math.floor(Math.min(...ys) / step) * step; y < Math.max(...ys); y += step) {
      const corners: Point[] = [
        [x, y],
        [x + step, y],
        [x + step, y + step],
        [x, y + step],
      ]
      pieces.push(...contourPieces(corners, corners.map(wooded)))
    }
  }
  const cleared = difference(chain(pieces), [...inflate(keepOff, 40), ...inflate(settled, 60)])
  const rings = intersect(cleared, [boundary])
  const holes = rings.filter((ring) => ringArea(ring) < -15_000).map((ring) => simplifyRing(ring, 24))
  return outers(rings)
    .filter((ring) => ringArea(ring) > 160_000)
    .map((raw) => ({ raw, ring: simplifyRing(raw, 24) }))
    .map(({ raw, ring }, index): Area => {
      const own = holes.filter((hole) => hole.length > 2 && hole.every((point) => insideRing(point, raw)))
      return { id: `wood-${index + 1}`, zh: '林地', en: 'Woodland', kind: 'wood', ring, holes: own }
    })
}
