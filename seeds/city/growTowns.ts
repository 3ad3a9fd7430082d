import divisions from '../divisions.json'
import { intersect, outers } from './clip'
import { between, distance, nearestOnSegment } from './measure'
import { noise } from './noise'
import { type Path, type Point, toPlane } from './plane'

export interface TownPlan {
  readonly code: string
  readonly zh: string
  readonly en: string
  readonly kind: 'subdistrict' | 'town'
  readonly seat: Point
  /** Open ring. */
  readonly ring: Path
}

const wide = 80_000

/** The part of a convex ring nearer to `own` than to `other`. */
function nearerPart(ring: Path, own: Point, other: Point): Path {
  const side = (point: Point): number => distance(point, other) ** 2 - distance(point, own) ** 2
  const part: Point[] = []
  for (let index = 0; index < ring.length; index++) {
    const a = ring[index]!
    const b = ring[(index + 1) % ring.length]!
    const sideA = side(a)
    const sideB = side(b)
    if (sideA >= 0) part.push(a)
    if (sideA >= 0 !== sideB >= 0) part.push(between(a, b, sideA / (sideA - sideB)))
  }
  return part
}

/** Smoothly moved positions: neighbouring cells that share an edge keep sharing it. */
function bend(point: Point): Point {
  return [
    point[0] + noise(point, 5200, 11) * 900 + noise(point, 1500, 12) * 330 + noise(point, 520, 13) * 110,
    point[1] + noise(point, 5200, 21) * 900 + noise(point, 1500, 22) * 330 + noise(point, 520, 23) * 110,
  ]
}

/** Cuts an edge in the same places whichever way it is walked. */
function subdivided(a: Point, b: Point): Path {
  const turned = a[0] > b[0] || (a[0] === b[0] && a[1] > b[1])
  const [from, to] = turned ? [b, a] : [a, b]
  const pieces = Math.max(1, Math.round(distance(from, to) / 420))
  const points = Array.from({ length: pieces + 1 }, (_, index) => between(from, to, index / pieces))
  return (turned ? points.reverse() : points).slice(0, -1)
}

/** Rings whose nearby vertices are made the same, and that have a vertex wherever a neighbour has one on their edge. */
function sewn(rings: readonly Path[]): Path[] {
  const known: Point[] = []
  const snap = (point: Point): Point => {
    const same = known.find((other) => Math.abs(other[0] - point[0]) < 1 && Math.abs(other[1] - point[1]) < 1)
    if (!same) known.push(point)
    return same ?? point
  }
  const snapped = rings.map((ring) => {
    const points = ring.map(snap)
    return points.filter((point, index) => point !== points[(index + 1) % points.length])
  })
  return snapped.map((ring) => withVertices(ring, known))
}

/** The ring with those of the points that lie on its edges put in as vertices. */
function withVertices(ring: Path, points: readonly Point[]): Path {
  const own = new Set(ring)
  return ring.flatMap((a, index) => {
    const b = ring[(index + 1) % ring.length]!
    const onEdge = points
      .filter((point) => !own.has(point))
      .filter((point) => Math.min(a[0], b[0]) - 1 < point[0] && point[0] < Math.max(a[0], b[0]) + 1)
      .map((point) => ({ point, nearest: nearestOnSegment(point, a, b) }))
      .filter(({ point, nearest }) => distance(point, nearest.point) < 0.3)
      .sort((one, other) => one.nearest.share - other.nearest.share)
    return [a, ...onEdge.map(({ point }) => point)]
  })
}

/**
 * Sixteen towns and subdistricts that tile the outline: the cells nearest to each seat, their common edges bent alike.
 * Returns the outline again with a vertex wherever a town's border meets it.
 */
export function growTowns(outline: Path): { readonly towns: readonly TownPlan[]; readonly boundary: Path } {
  const seats = divisions.divisions.map(({ seat }) => toPlane(seat))
  const square: Path = [
    [-wide, -wide],
    [wide, -wide],
    [wide, wide],
    [-wide, wide],
  ]
  const raw = seats.map((own) => {
    let cell = square
    for (const other of seats) if (other !== own) cell = nearerPart(cell, own, other)
    const rounded = cell.map(([east, north]): Point => [Math.round(east), Math.round(north)])
    const bent = rounded.flatMap((a, index) => subdivided(a, rounded[(index + 1) % rounded.length]!)).map(bend)
    return outers(intersect([outline], [bent]))[0]!
  })
  const [boundary, ...cells] = sewn([outline, ...raw])
  const towns = divisions.divisions.map(({ code, zh, en, kind }, index): TownPlan => {
    return { code, zh, en, kind: kind === 'town' ? 'town' : 'subdistrict', seat: seats[index]!, ring: cells[index]! }
  })
  return { towns, boundary: boundary! }
}
