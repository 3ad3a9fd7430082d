import { type GapRings, PIECE } from './gapRings'

type Ring = number[][]

const MOST_SEGMENTS = 512

/**
 * A gap as the coordinates of a MultiPolygon in the plane, for drawing: closed rings, holes with the ring that holds them.
 * @param tolerance metres an arc's segments may stand off from it.
 */
export function gapOutline(gap: GapRings, tolerance: number): Ring[][] {
  const outers: { readonly rings: Ring[]; readonly area: number; readonly box: Box }[] = []
  const holes: Ring[] = []
  for (let index = 0; index + 1 < gap.rings.length; index++) {
    const ring = ringOf(gap, gap.rings[index]!, gap.rings[index + 1]!, tolerance)
    const area = signedArea(ring)
    if (ring.length < 4) continue
    if (area > 0) outers.push({ rings: [ring], area, box: boxOf(ring) })
    else if (area < 0) holes.push(ring)
  }
  outers.sort((a, b) => a.area - b.area)
  for (const hole of holes) {
    // The smallest ring around it; a hole pinched onto its ring is judged by a position that is not on it.
    const box = boxOf(hole)
    const home = outers.find(
      ({ rings, box: around }) => within(box, around) && hole.some((position) => inRing(position, rings[0]!)),
    )
    home?.rings.push(hole)
  }
  return outers.map(({ rings }) => rings)
}

function ringOf({ pieces }: GapRings, first: number, end: number, tolerance: number): Ring {
  const ring: Ring = []
  for (let piece = first; piece < end; piece++) {
    const at = piece * PIECE
    ring.push([pieces[at]!, pieces[at + 1]!])
    const radius = pieces[at + 6]!
    if (radius > 0) addArc(ring, pieces, at, tolerance)
  }
  const [start] = ring
  if (start) ring.push([...start])
  return ring
}

/** The inner positions of an arc, its ends left out. */
function addArc(ring: Ring, pieces: Float64Array, at: number, tolerance: number): void {
  const [cx, cy, radius, sweep] = [pieces[at + 4]!, pieces[at + 5]!, pieces[at + 6]!, pieces[at + 7]!]
  const step = 2 * Math.acos(Math.max(0, 1 - tolerance / radius))
  const segments = Math.min(MOST_SEGMENTS, Math.ceil(Math.abs(sweep) / step))
  const from = Math.atan2(pieces[at + 1]! - cy, pieces[at]! - cx)
  for (let i = 1; i < segments; i++) {
    const angle = from + (sweep * i) / segments
    ring.push([cx + radius * Math.cos(angle), cy + radius * Math.sin(angle)])
  }
}

function signedArea(ring: Ring): number {
  const [x0, y0] = ring[0] ?? [0, 0]
  let doubled = 0
  for (let i = 1; i < ring.length; i++) {
    const [ax, ay] = ring[i - 1]!
    const [bx, by] = ring[i]!
    doubled += (ax! - x0!) * (by! - y0!) - (bx! - x0!) * (ay! - y0!)
  }
  return doubled / 2
}

type Box = readonly [west: number, south: number, east: number, north: number]

function boxOf(ring: Ring): Box {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [x, y] of ring) {
    west = Math.min(west, x!)
    south = Math.min(south, y!)
    east = Math.max(east, x!)
    north = Math.max(north, y!)
  }
  return [west, south, east, north]
}

/** Whether one box lies within another, a millimetre let pass: a hole may be pinched onto its ring. */
function within(a: Box, b: Box): boolean {
  const slack = 1e-3
  return a[0] >= b[0] - slack && a[1] >= b[1] - slack && a[2] <= b[2] + slack && a[3] <= b[3] + slack
}

function inRing([px, py]: readonly number[], ring: Ring): boolean {
  let inside = false
  for (let i = 1; i < ring.length; i++) {
    const [ax, ay] = ring[i - 1]!
    const [bx, by] = ring[i]!
    if (ay! > py! === by! > py!) continue
    if (px! < ((bx! - ax!) * (py! - ay!)) / (by! - ay!) + ax!) inside = !inside
  }
  return inside
}
