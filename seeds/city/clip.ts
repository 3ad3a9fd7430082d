import { Clipper, EndType, FillRule, JoinType, type Path64 } from 'clipper2-ts'
import type { Box } from './box'
import { ringArea } from './measure'
import type { Path } from './plane'

/** Rings are clipped on a grid of one centimetre, so results do not depend on floating-point noise. */
const scale = 100

const toGrid = (path: Path): Path64 => path.map(([x, y]) => ({ x: Math.round(x * scale), y: Math.round(y * scale) }))
const fromGrid = (path: Path64): Path => path.map(({ x, y }) => [x / scale, y / scale] as const)

/** All rings of the union (holes are clockwise). */
export function union(rings: readonly Path[]): Path[] {
  return Clipper.union(rings.map(toGrid), FillRule.NonZero).map(fromGrid)
}

export function intersect(rings: readonly Path[], others: readonly Path[]): Path[] {
  return Clipper.intersect(rings.map(toGrid), others.map(toGrid), FillRule.NonZero).map(fromGrid)
}

export function difference(rings: readonly Path[], others: readonly Path[]): Path[] {
  return Clipper.difference(rings.map(toGrid), others.map(toGrid), FillRule.NonZero).map(fromGrid)
}

/** Rings grown by `metres` (shrunk when negative). */
export function inflate(rings: readonly Path[], metres: number, round = false): Path[] {
  const join = round ? JoinType.Round : JoinType.Miter
  return Clipper.inflatePaths(rings.map(toGrid), metres * scale, join, EndType.Polygon, 2, 25).map(fromGrid)
}

/** The strip within `metres` of open paths. */
export function strip(paths: readonly Path[], metres: number, square = false): Path[] {
  const end = square ? EndType.Square : EndType.Butt
  return Clipper.inflatePaths(paths.map(toGrid), metres * scale, JoinType.Bevel, end, 2, 25).map(fromGrid)
}

/** The outer rings alone, largest first. */
export function outers(rings: readonly Path[]): Path[] {
  return rings.filter((ring) => ringArea(ring) > 0).sort((a, b) => ringArea(b) - ringArea(a))
}

/** What lies within the box; rings stay rings. */
export function clipToBox(rings: readonly Path[], [west, south, east, north]: Box): Path[] {
  const box = {
    left: Math.floor(west * scale),
    top: Math.floor(south * scale),
    right: Math.ceil(east * scale),
    bottom: Math.ceil(north * scale),
  }
  return Clipper.rectClip(box, rings.map(toGrid)).map(fromGrid)
}
