import { planeRings } from './planeRings'

/**
 * A region of the plane made ready to be measured: its edges, ground on their left. Coordinates are metres from an
 * origin of its own, so that areas keep their digits far from the plane's origin.
 */
export interface FieldSubject {
  readonly originX: number
  readonly originY: number
  readonly edges: number
  readonly x: Float64Array
  readonly y: Float64Array
  readonly dx: Float64Array
  readonly dy: Float64Array
  readonly lengthSquared: Float64Array
  /**
   * How far the middle of each edge bulges to its right, metres, where edges are curves that are nearly straight; null
   * where they are straight.
   */
  readonly bulge: Float64Array | null
  /** Bounding box in the plane. */
  readonly west: number
  readonly south: number
  readonly east: number
  readonly north: number
  readonly weight: AreaWeight
  /** Weighted, square metres. */
  readonly area: number
}

/**
 * What a square metre of the plane counts, as 1 / (1 + curvature · |p|²)² with p from the plane's origin: the area of a
 * stereographic plane on its sphere for curvature 1 / 4R², and 1 everywhere for curvature 0.
 */
export interface AreaWeight {
  /** Weight at the subject's origin. */
  readonly here: number
  /** Curvature over 1 + curvature · |origin|². */
  readonly curvature: number
  readonly originX: number
  readonly originY: number
}

/**
 * A subject of the coordinates of a MultiPolygon in metres (parts, rings, positions; closed or not). Rings are read
 * even-odd within a part, parts are united; what crosses or doubles itself is put right first.
 */
export function fieldSubject(parts: readonly (readonly (readonly (readonly number[])[])[])[]): FieldSubject {
  return subjectOfRings(planeRings(parts), 0, null)
}

/**
 * A subject of clean rings: ground on the left of every edge, positions as x, y pairs, not closed.
 * @param curvature of the plane, see `AreaWeight`.
 * @param bulges of the edges of each ring, metres to the right, or null.
 */
export function subjectOfRings(
  rings: readonly Float64Array[],
  curvature: number,
  bulges: readonly Float64Array[] | null,
): FieldSubject {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  let edges = 0
  for (const ring of rings) {
    edges += ring.length / 2
    for (let i = 0; i < ring.length; i += 2) {
      west = Math.min(west, ring[i]!)
      east = Math.max(east, ring[i]!)
      south = Math.min(south, ring[i + 1]!)
      north = Math.max(north, ring[i + 1]!)
    }
  }
  // A whole number of metres: taking it off costs no digits.
  const originX = edges > 0 ? Math.round((west + east) / 2) : 0
  const originY = edges > 0 ? Math.round((south + north) / 2) : 0
  const column = () => new Float64Array(edges)
  const subject = {
    originX,
    originY,
    edges,
    x: column(),
    y: column(),
    dx: column(),
    dy: column(),
    lengthSquared: column(),
    bulge: bulges ? column() : null,
    west,
    south,
    east,
    north,
    weight: weightAt(curvature, originX, originY),
    area: 0,
  }
  let at = 0
  for (const [index, ring] of rings.entries()) {
    for (let i = 0; i < ring.length; i += 2) {
      const next = (i + 2) % ring.length
      subject.x[at] = ring[i]! - originX
      subject.y[at] = ring[i + 1]! - originY
      const dx = ring[next]! - ring[i]!
      const dy = ring[next + 1]! - ring[i + 1]!
      subject.dx[at] = dx
      subject.dy[at] = dy
      subject.lengthSquared[at] = dx * dx + dy * dy
      if (subject.bulge) subject.bulge[at] = bulges?.[index]?.[i / 2] ?? 0
      at++
    }
  }
  for (let edge = 0; edge < edges; edge++) subject.area += edgeArea(subject, edge, 0, 1)
  return subject
}

function weightAt(curvature: number, originX: number, originY: number): AreaWeight {
  const stretch = 1 + curvature * (originX * originX + originY * originY)
  return { here: 1 / (stretch * stretch), curvature: curvature / stretch, originX, originY }
}

/**
 * What the stretch of an edge between two fractions adds to the weighted area it bounds (Green): ½ ∫ u × du with the
 * weight's first terms, and the strip between the chord and the bulging edge.
 */
export function edgeArea(subject: FieldSubject, edge: number, from: number, to: number): number {
  const { weight, bulge } = subject
  const dx = subject.dx[edge]!
  const dy = subject.dy[edge]!
  const x = subject.x[edge]!
  const y = subject.y[edge]!
  let area = segmentArea(weight, x + from * dx, y + from * dy, x + to * dx, y + to * dy)
  if (bulge && bulge[edge] !== 0) {
    const strip = (t: number) => t * t * (2 - (4 / 3) * t)
    area += weight.here * bulge[edge]! * Math.sqrt(subject.lengthSquared[edge]!) * (strip(to) - strip(from))
  }
  return area
}

/** What a straight piece of edge from a to b adds to the weighted area; from the subject's origin. */
export function segmentArea(weight: AreaWeight, ax: number, ay: number, bx: number, by: number): number {
  const cross = ax * by - ay * bx
  if (weight.curvature === 0) return 0.5 * cross
  const along = (weight.originX * (ax + bx) + weight.originY * (ay + by)) / 2
  const square = (ax * ax + ay * ay + ax * bx + ay * by + bx * bx + by * by) / 3
  return weight.here * cross * (0.5 - weight.curvature * ((4 / 3) * along + 0.5 * square))
}

/**
 * What an arc counter-clockwise round (cx, cy) adds to the weighted area, from the unit vector s to e through `sweep`
 * radians.
 */
export function arcArea(
  weight: AreaWeight,
  cx: number,
  cy: number,
  radius: number,
  sx: number,
  sy: number,
  ex: number,
  ey: number,
  sweep: number,
): number {
  const sines = ey - sy
  const cosines = ex - sx
  const across = cx * sines - cy * cosines
  const plain = 0.5 * radius * (radius * sweep + across)
  if (weight.curvature === 0) return plain
  const { originX, originY } = weight
  const base = (4 / 3) * (originX * cx + originY * cy) + 0.5 * (cx * cx + cy * cy + radius * radius)
  const tilt = (4 / 3) * radius
  const product = ex * ey - sx * sy
  const cosineSquares = 0.5 * (sweep + product)
  const sineSquares = 0.5 * (sweep - product)
  const mixed = 0.5 * (ey * ey - sy * sy)
  const slanted = originX * sines - originY * cosines
  const both = cx * originX * cosineSquares + (cx * originY + cy * originX) * mixed + cy * originY * sineSquares
  const squares = cx * cx * cosineSquares + 2 * cx * cy * mixed + cy * cy * sineSquares
  const correction =
    radius *
    (radius * base * sweep +
      (base + radius * radius) * across +
      radius * tilt * slanted +
      tilt * both +
      radius * squares)
  return weight.here * (plain - weight.curvature * correction)
}
