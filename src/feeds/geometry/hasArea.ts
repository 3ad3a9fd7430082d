import type { Position } from 'geojson'

/** Degrees, about a micrometre: what is thinner is a line that rounding has opened. */
const THIN = 1e-11

/** Twice the signed area of a closed ring in square degrees; positive when it runs counter-clockwise. */
export function signedDoubleArea(ring: readonly Position[]): number {
  const [left = 0, low = 0] = ring[0] ?? []
  return edgesOf(ring).reduce((sum, [[x1 = 0, y1 = 0], [x2 = 0, y2 = 0]]) => {
    return sum + (x1 - left) * (y2 - low) - (x2 - left) * (y1 - low)
  }, 0)
}

/** Whether the signed area of a closed ring is more than rounding can give. */
export function isOriented(ring: readonly Position[]): boolean {
  return Math.abs(signedDoubleArea(ring)) > THIN * extent(ring)
}

/**
 * Whether a closed ring encloses anything, read even-odd. A signed area of nought alone does not decide: the two wings
 * of a bow tie cancel out, yet they are there.
 */
export function hasArea(ring: readonly Position[]): boolean {
  if (isOriented(ring)) return true
  const heights = [...new Set(ring.map(([, y = 0]) => y))].sort((a, b) => a - b)
  const edges = edgesOf(ring)
  return heights.some((bottom, index) => {
    const top = heights[index + 1]
    if (top === undefined || top - bottom <= THIN) return false
    // No edge ends between two heights, so widths change linearly there: nought at three places is nought throughout.
    return [0.137, 0.5, 0.731].some((share) => widthAt(edges, bottom + share * (top - bottom)) > THIN)
  })
}

type Edge = readonly [Position, Position]

function edgesOf(ring: readonly Position[]): Edge[] {
  return ring.slice(1).map((position, index): Edge => [ring[index] ?? position, position])
}

function extent(ring: readonly Position[]): number {
  const xs = ring.map(([x = 0]) => x)
  const ys = ring.map(([, y = 0]) => y)
  const span = (values: readonly number[]): number =>
    values.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY) -
    values.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY)
  return Math.max(span(xs), span(ys))
}

/** Length of the horizontal line at `height` that lies within the ring, read even-odd. */
function widthAt(edges: readonly Edge[], height: number): number {
  const crossings = edges
    .filter(([[, y1 = 0], [, y2 = 0]]) => y1 > height !== y2 > height)
    .map(([[x1 = 0, y1 = 0], [x2 = 0, y2 = 0]]) => x1 + ((height - y1) / (y2 - y1)) * (x2 - x1))
    .sort((a, b) => a - b)
  return crossings.reduce((sum, x, index) => (index % 2 === 1 ? sum + x - (crossings[index - 1] ?? x) : sum), 0)
}
