import { type FlatRing, type GridBox, thinRings } from '../rings/ring'
import type { GridCover } from './gridCover'

/** Covers looked at when a side is chosen: their median is near enough that of all. */
const SAMPLE = 32

/**
 * Where to part a box in two so that its covers part too: along a side of some cover, near the middle of all, across the
 * longer way first. Null when no side of a cover looked at lies within the box.
 */
export function splitCut(covers: readonly GridCover[], box: GridBox): Cut | null {
  const wide = box[2] - box[0] >= box[3] - box[1]
  return cutAcross(covers, box, wide ? 0 : 1) ?? cutAcross(covers, box, wide ? 1 : 0)
}

function cutAcross(covers: readonly GridCover[], box: GridBox, axis: 0 | 1): Cut | null {
  const low = box[axis]
  const high = box[axis === 0 ? 2 : 3]
  const sides: number[] = []
  const step = Math.max(1, Math.floor(covers.length / SAMPLE))
  for (let i = 0; i < covers.length; i += step) {
    const from = covers[i]!.box[axis]
    const to = covers[i]!.box[axis === 0 ? 2 : 3]
    if (from > low && from < high) sides.push(from)
    if (to > low && to < high) sides.push(to)
  }
  if (sides.length === 0) return null
  sides.sort((a, b) => a - b)
  const at = sides[sides.length >> 1]!
  return axis === 0 ? { x: at, y: 0, dx: 0, dy: -1 } : { x: 0, y: at, dx: 1, dy: 0 }
}

/**
 * What a counter-clockwise convex ring leaves of a set of rings: at most one piece beyond each of its edges, pieces
 * thinner than rounding left out. Pieces do not overlap.
 */
export function subtractConvex(rings: readonly FlatRing[], convex: FlatRing): (readonly FlatRing[])[] {
  const pieces: (readonly FlatRing[])[] = []
  let rest = rings
  let x = convex[convex.length - 2]!
  let y = convex[convex.length - 1]!
  for (let i = 0; i < convex.length && rest.length > 0; i += 2) {
    const { left, right } = partRings(rest, { x, y, dx: convex[i]! - x, dy: convex[i + 1]! - y })
    if (right.length > 0 && !thinRings(right)) pieces.push(right)
    rest = left
    x = convex[i]!
    y = convex[i + 1]!
  }
  return pieces
}

/** A straight line through (x, y) along (dx, dy). */
export interface Cut {
  readonly x: number
  readonly y: number
  readonly dx: number
  readonly dy: number
}

export interface Parted {
  readonly left: readonly FlatRing[]
  readonly right: readonly FlatRing[]
}

const NONE: readonly FlatRing[] = []

/** Rings parted along a line, with the same new corners on both sides; see `cutRings`. */
export function partRings(rings: readonly FlatRing[], cut: Cut): Parted {
  let left = false
  let right = false
  for (const ring of rings) {
    const side = ringSide(ring, cut)
    if (side >= 0) left = true
    if (side <= 0) right = true
  }
  if (!right) return { left: rings, right: NONE }
  if (!left) return { left: NONE, right: rings }
  const { x, y, dx, dy } = cut
  return { left: cutRings(rings, cut), right: cutRings(rings, { x, y, dx: -dx, dy: -dy }) }
}

/** 1: nothing right of the line. −1: nothing left of it. 0: both sides. */
function ringSide(ring: FlatRing, { x, y, dx, dy }: Cut): 1 | 0 | -1 {
  let left = false
  let right = false
  for (let i = 0; i < ring.length; i += 2) {
    const side = dx * (ring[i + 1]! - y) - dy * (ring[i]! - x)
    if (side > 0) left = true
    else if (side < 0) right = true
    if (left && right) return 0
  }
  return right ? -1 : 1
}

/** A run of a ring left of the line, from where it enters to where it leaves; both ends lie on the line. */
interface Chain {
  readonly corners: number[]
  /** Places along the line, in no unit. */
  readonly entry: number
  readonly exit: number
}

/**
 * The part of rings on the left of a line. Rings must not cross; then the new ones do not either, and none runs along the
 * line there and back. Both sides of one line get the same new corners.
 */
function cutRings(rings: readonly FlatRing[], cut: Cut): readonly FlatRing[] {
  const kept: FlatRing[] = []
  const chains: Chain[] = []
  for (const ring of rings) if (chainsOf(ring, cut, chains)) kept.push(ring)
  if (chains.length === 0 && kept.length === rings.length) return rings
  for (const ring of linked(chains)) if (ring.length >= 6) kept.push(ring)
  return kept
}

/** Adds the runs of a ring left of the line; true when all of it is. What lies on the line is not left of it. */
function chainsOf(ring: FlatRing, { x, y, dx, dy }: Cut, chains: Chain[]): boolean {
  const count = ring.length
  let start = -1
  let some = false
  for (let i = 0; i < count; i += 2) {
    const left = dx * (ring[i + 1]! - y) - dy * (ring[i]! - x) > 0
    if (left) some = true
    else start = i
  }
  if (!some) return false
  if (start < 0) return true
  let corners: number[] | null = null
  let entry = 0
  let before = dx * (ring[start + 1]! - y) - dy * (ring[start]! - x)
  let p = start
  for (let step = 0; step < count; step += 2) {
    const q = p + 2 === count ? 0 : p + 2
    const after = dx * (ring[q + 1]! - y) - dy * (ring[q]! - x)
    if (before > 0 !== after > 0) {
      let cx = ring[p]!
      let cy = ring[p + 1]!
      if (before !== 0) {
        const share = before / (before - after)
        // On a line along an axis exactly on it, so that tiles meet.
        cx = dx === 0 ? x : cx + share * (ring[q]! - cx)
        cy = dy === 0 ? y : cy + share * (ring[q + 1]! - cy)
      }
      if (before > 0 && after === 0) {
        cx = ring[q]!
        cy = ring[q + 1]!
      }
      const place = dx * cx + dy * cy
      if (corners === null) {
        corners = [cx, cy]
        entry = place
      } else {
        corners.push(cx, cy)
        chains.push({ corners, entry, exit: place })
        corners = null
      }
    }
    if (after > 0) corners?.push(ring[q]!, ring[q + 1]!)
    p = q
    before = after
  }
  return false
}

/**
 * Chains joined along the line. Ground lies left of every chain and of the line, so from each exit the line leads on to
 * the next entry; exits and entries take turns. Where rounding has made them not, each chain is closed upon itself: its
 * area is right, its ring runs there and back.
 */
function linked(chains: readonly Chain[]): FlatRing[] {
  const [only] = chains
  if (only && chains.length === 1) return [only.corners]
  const order = turns(chains)
  if (!order) return [chains.flatMap(({ corners }) => corners)]
  const next = new Map<Chain, Chain>()
  for (let i = 0; i < order.length; i += 2) next.set(order[i]!, order[i + 1]!)
  const rings: FlatRing[] = []
  for (const first of chains) {
    if (!next.has(first)) continue
    const ring: number[] = []
    for (let chain: Chain | undefined = first; chain; ) {
      ring.push(...chain.corners)
      const following = next.get(chain)
      next.delete(chain)
      chain = following && next.has(following) ? following : undefined
    }
    rings.push(ring)
  }
  return rings
}

/** Chains in the order in which the line meets their ends: one that leaves, one that enters, and so on; null if not so. */
function turns(chains: readonly Chain[]): Chain[] | null {
  const ends = chains
    .flatMap((chain) => [
      { chain, place: chain.exit, leaves: true },
      { chain, place: chain.entry, leaves: false },
    ])
    .sort((a, b) => a.place - b.place)
  for (let i = 0; i < ends.length; i++) {
    const wanted = i % 2 === 0
    let found = i
    while (found < ends.length && ends[found]!.leaves !== wanted && ends[found]!.place === ends[i]!.place) found++
    const end = ends[found]
    if (end?.leaves !== wanted || end.place !== ends[i]!.place) return null
    ends[found] = ends[i]!
    ends[i] = end
  }
  return ends.map(({ chain }) => chain)
}
