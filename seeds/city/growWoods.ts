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

/** Where the value passes zero between two grid points. */
function passing(a: Point, b: Point, valueA: number, valueB: number): Point {
  const share = valueA / (valueA - valueB)
  return [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share]
}

/** The part of one grid cell that is wooded, as a small ring, or null (marching squares). */
function woodedPart(corners: readonly Point[], values: readonly number[]): Path | null {
  const ring: Point[] = []
  for (let index = 0; index < 4; index++) {
    const next = (index + 1) % 4
    if (values[index]! > 0) ring.push(corners[index]!)
    if (values[index]! > 0 !== values[next]! > 0) {
      ring.push(passing(corners[index]!, corners[next]!, values[index]!, values[next]!))
    }
  }
  return ring.length < 3 ? null : ring
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
  const parts: Path[] = []
  const known = new Map<string, number>()
  const wooded = (point: Point): number => {
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
      if (!corners.some((corner) => insideRing(corner, boundary))) continue
      const part = woodedPart(corners, corners.map(wooded))
      if (part) parts.push(part)
    }
  }
  const merged = inflate(inflate(parts, 2), -2)
  const cleared = difference(merged, [...inflate(keepOff, 40), ...inflate(settled, 60)])
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
