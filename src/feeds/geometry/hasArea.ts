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
 * of a bow tie cancel out, yet they are there. Edges that are run an even number of times bound nothing; between two
 * heights at which no edge ends, what the others enclose is looked for. `looked` hears how many edges each look met:
 * all looks together meet at most 32 times the edges there are and 100,000 more, the tallest strips of a larger ring.
 */
export function hasArea(ring: readonly Position[], looked: (edges: number) => void = () => {}): boolean {
  if (isOriented(ring)) return true
  const edges = unpaired(edgesOf(ring))
    .map(([one, other]): Edge => ((one[1] ?? 0) <= (other[1] ?? 0) ? [one, other] : [other, one]))
    .sort(([[, a = 0]], [[, b = 0]]) => a - b)
  const crossings = new Float64Array(edges.length)
  let next = 0
  let across: Edge[] = []
  return affordable(stripsOf(edges), 32 * edges.length + 100_000).some(({ bottom, top }) => {
    for (; next < edges.length && (edges[next]![0][1] ?? 0) <= bottom; next += 1) across.push(edges[next]!)
    across = across.filter(([, [, end = 0]]) => end >= top)
    looked(across.length)
    // Widths change linearly within a strip: nought at three places is nought throughout.
    return [0.137, 0.5, 0.731].some((share) => widthAt(across, bottom + share * (top - bottom), crossings) > THIN)
  })
}

type Edge = readonly [Position, Position]

function edgesOf(ring: readonly Position[]): Edge[] {
  return ring.slice(1).map((position, index): Edge => [ring[index] ?? position, position])
}

/** The edges that are run an odd number of times, in either direction. */
function unpaired(edges: readonly Edge[]): Edge[] {
  const odd = new Map<string, Edge>()
  for (const edge of edges) {
    const [[x1 = 0, y1 = 0], [x2 = 0, y2 = 0]] = edge
    const key = x1 < x2 || (x1 === x2 && y1 <= y2) ? `${x1} ${y1} ${x2} ${y2}` : `${x2} ${y2} ${x1} ${y1}`
    if (!odd.delete(key)) odd.set(key, edge)
  }
  return [...odd.values()]
}

/** Between two neighbouring heights at which edges end, with the number of edges across it. */
interface Strip {
  readonly bottom: number
  readonly top: number
  readonly across: number
}

/** From below. */
function stripsOf(edges: readonly Edge[]): Strip[] {
  const changes = new Map<number, number>()
  for (const [[, bottom = 0], [, top = 0]] of edges) {
    changes.set(bottom, (changes.get(bottom) ?? 0) + 1)
    changes.set(top, (changes.get(top) ?? 0) - 1)
  }
  const heights = [...changes.keys()].sort((a, b) => a - b)
  let across = 0
  return heights.flatMap((bottom, index) => {
    across += changes.get(bottom) ?? 0
    const top = heights[index + 1]
    return top === undefined || top - bottom <= THIN ? [] : [{ bottom, top, across }]
  })
}

/** The strips, from below; where they meet more than `most` edges in all, the tallest of them. */
function affordable(strips: readonly Strip[], most: number): readonly Strip[] {
  if (strips.reduce((sum, { across }) => sum + across, 0) <= most) return strips
  let left = most
  return strips
    .toSorted((one, other) => other.top - other.bottom - (one.top - one.bottom))
    .filter(({ across }) => {
      left -= across
      return left >= 0
    })
    .sort((one, other) => one.bottom - other.bottom)
}

function extent(ring: readonly Position[]): number {
  const xs = ring.map(([x = 0]) => x)
  const ys = ring.map(([, y = 0]) => y)
  const span = (values: readonly number[]): number =>
    values.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY) -
    values.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY)
  return Math.max(span(xs), span(ys))
}

/** The longest piece of the horizontal line at `height` that lies within the ring, read even-odd. All `edges` cross it; `room` holds as many numbers. */
function widthAt(edges: readonly Edge[], height: number, room: Float64Array): number {
  const crossings = room.subarray(0, edges.length)
  edges.forEach(([[x1 = 0, y1 = 0], [x2 = 0, y2 = 0]], at) => {
    crossings[at] = x1 + ((height - y1) / (y2 - y1)) * (x2 - x1)
  })
  crossings.sort()
  let width = 0
  for (let at = 1; at < crossings.length; at += 2) width = Math.max(width, crossings[at]! - crossings[at - 1]!)
  return width
}
