import { arrangeRoads, classRank, type RoadEdge, type RoadLine, type RoadNet } from './arrangeRoads'
import { type Box, boxesMeet, boxOf } from './box'
import { simplify } from './curve'
import type { Railway } from './growRailways'
import type { Water } from './growWater'
import { between, crossing, distance, insideRing, pathLength, slicePath } from './measure'
import type { Path, Point } from './plane'

const interchangeSpacing = 6500

/** The longest stretch of the path that is in none of the rings, or null. */
export function outsideOf(path: Path, rings: readonly Path[]): Path | null {
  const dense = path.flatMap((a, index) => {
    const b = path[index + 1]
    if (!b) return [a]
    const pieces = Math.max(1, Math.ceil(distance(a, b) / 30))
    return Array.from({ length: pieces }, (_, piece) => between(a, b, piece / pieces))
  })
  const own = boxOf(path)
  const near = rings.filter((ring) => boxesMeet(boxOf(ring), own))
  if (near.length === 0) return path
  let best: Point[] = []
  let run: Point[] = []
  for (const point of dense) {
    if (near.some((ring) => insideRing(point, ring))) run = []
    else run.push(point)
    if (run.length > best.length) best = [...run]
  }
  return best.length < 4 ? null : simplify(best, 3)
}

/** Motorways meet other roads only at interchanges with trunk roads, some kilometres apart. */
function interchanges(): (one: RoadLine, other: RoadLine, at: Point) => boolean {
  const taken: Point[] = []
  return (one, other, at) => {
    const motorways = [one, other].filter((line) => line.class === 'motorway').length
    if (motorways === 0 || motorways === 2) return true
    if (one.class !== 'trunk' && other.class !== 'trunk') return false
    if (taken.some((point) => distance(point, at) < interchangeSpacing && distance(point, at) > 1)) return false
    taken.push(at)
    return true
  }
}

function crosses(path: Path, other: Path): boolean {
  for (let index = 1; index < path.length; index++) {
    const a = path[index - 1]!
    const b = path[index]!
    for (let next = 1; next < other.length; next++) {
      const c = other[next - 1]!
      const d = other[next]!
      if (Math.max(a[0], b[0]) < Math.min(c[0], d[0]) || Math.min(a[0], b[0]) > Math.max(c[0], d[0])) continue
      if (Math.max(a[1], b[1]) < Math.min(c[1], d[1]) || Math.min(a[1], b[1]) > Math.max(c[1], d[1])) continue
      if (crossing(a, b, c, d)) return true
    }
  }
  return false
}

function degrees(edges: readonly RoadEdge[]): Map<number, number> {
  const count = new Map<number, number>()
  for (const { from, to } of edges) {
    count.set(from, (count.get(from) ?? 0) + 1)
    count.set(to, (count.get(to) ?? 0) + 1)
  }
  return count
}

/** Edges without the short stubs that end nowhere. */
function trimStubs(edges: readonly RoadEdge[], shortest: number): RoadEdge[] {
  let kept = [...edges]
  for (;;) {
    const degree = degrees(kept)
    const next = kept.filter(({ from, to, path, class: roadClass }) => {
      const ends = degree.get(from) === 1 || degree.get(to) === 1
      return !(ends && classRank[roadClass] < 4 && pathLength(path) < shortest)
    })
    if (next.length === kept.length) return kept
    kept = next
  }
}

/** Edges of the largest connected part. */
function largestPart(edges: readonly RoadEdge[], nodes: number): RoadEdge[] {
  const parent = Array.from({ length: nodes }, (_, index) => index)
  const root = (node: number): number => {
    let at = node
    while (parent[at] !== at) {
      parent[at] = parent[parent[at]!]!
      at = parent[at]!
    }
    return at
  }
  for (const { from, to } of edges) parent[root(from)] = root(to)
  const sizes = new Map<number, number>()
  for (const { from } of edges) sizes.set(root(from), (sizes.get(root(from)) ?? 0) + 1)
  const largest = [...sizes].sort((a, b) => b[1] - a[1])[0]![0]
  return edges.filter(({ from }) => root(from) === largest)
}

/** Joins two edges of one road where nothing else meets them. */
function joinThrough(edges: readonly RoadEdge[]): RoadEdge[] {
  const live = new Map(edges.map((edge, id) => [id, edge]))
  const at = new Map<number, Set<number>>()
  const put = (node: number, id: number): void => {
    at.set(node, (at.get(node) ?? new Set()).add(id))
  }
  edges.forEach(({ from, to }, id) => {
    put(from, id)
    put(to, id)
  })
  for (const [node, ids] of at) {
    const [one, other] = [...ids]
    if (ids.size !== 2 || one === undefined || other === undefined) continue
    const first = live.get(one)!
    const second = live.get(other)!
    if (first.zh !== second.zh || first.class !== second.class) continue
    const head = first.to === node ? first.path : [...first.path].reverse()
    const tail = second.from === node ? second.path : [...second.path].reverse()
    const from = first.to === node ? first.from : first.to
    const to = second.from === node ? second.to : second.from
    if (from === to || from === node || to === node) continue
    live.set(one, { ...first, from, to, path: [...head, ...tail.slice(1)] })
    live.delete(other)
    at.get(to)!.delete(other)
    put(to, one)
    at.delete(node)
  }
  return [...live.values()]
}

interface Bank {
  readonly ring: Path
  readonly box: Box
}

/** Splits edges at the river banks, so that the bridge is an edge of its own. */
function splitAtRivers(net: RoadNet, banks: readonly Bank[]): RoadNet {
  const nodes = [...net.nodes]
  const edges = net.edges.flatMap((edge) => {
    const length = pathLength(edge.path)
    const spans = wetSpans(edge.path, length, banks)
    const stops = spans.flat().filter((at) => at > 0 && at < length)
    const all = [0, ...stops, length]
    let from = edge.from
    return all.slice(1).map((end, index): RoadEdge => {
      const start = all[index]!
      const last = index === all.length - 2
      const raw = slicePath(edge.path, start, end)
      if (!last) nodes.push(raw.at(-1)!)
      const to = last ? edge.to : nodes.length - 1
      const path = [nodes[from]!, ...raw.slice(1, -1), nodes[to]!]
      const middle = (start + end) / 2
      const bridge = spans.some(([low, high]) => middle > low && middle < high)
      const piece = { ...edge, from, to, path, bridge }
      from = to
      return piece
    })
  })
  return { nodes, edges }
}

const approach = 10
const shortestEdge = 15

/** Stretches of the path over water with the bridges' approaches, metres along it; near ones are joined. */
function wetSpans(path: Path, length: number, banks: readonly Bank[]): [number, number][] {
  const own = boxOf(path)
  const near = banks.filter(({ box }) => boxesMeet(box, own))
  if (near.length === 0) return []
  const stops = [0, ...near.flatMap(({ ring }) => crossingsAlong(path, ring)), length].sort((a, b) => a - b)
  const spans: [number, number][] = []
  for (let index = 1; index < stops.length; index++) {
    const [start, end] = [stops[index - 1]!, stops[index]!]
    const middle = pointAlong(path, (start + end) / 2)
    if (end - start < 0.01 || !near.some(({ ring }) => insideRing(middle, ring))) continue
    const low = start - approach < shortestEdge ? 0 : start - approach
    const high = end + approach > length - shortestEdge ? length : end + approach
    const last = spans.at(-1)
    if (last && low < last[1] + shortestEdge) last[1] = high
    else spans.push([low, high])
  }
  return spans
}

/** Metres along the path of its crossings with the ring. */
function crossingsAlong(path: Path, ring: Path): number[] {
  const found: number[] = []
  let along = 0
  for (let index = 1; index < path.length; index++) {
    const a = path[index - 1]!
    const b = path[index]!
    const length = distance(a, b)
    const box = boxOf([a, b])
    ring.forEach((c, next) => {
      const d = ring[(next + 1) % ring.length]!
      if (Math.max(c[0], d[0]) < box[0] || Math.min(c[0], d[0]) > box[2]) return
      const shares = crossing(a, b, c, d)
      if (shares) found.push(along + shares[0] * length)
    })
    along += length
  }
  return found
}

function pointAlong(path: Path, at: number): Point {
  let along = 0
  for (let index = 1; index < path.length; index++) {
    const length = distance(path[index - 1]!, path[index]!)
    if (along + length >= at && length > 0) return between(path[index - 1]!, path[index]!, (at - along) / length)
    along += length
  }
  return path.at(-1)!
}

/** One connected road net from all road lines: split at junctions, off the lakes, with bridges over the rivers. */
export function growRoads(
  lines: readonly RoadLine[],
  { riverAreas, lakes }: Water,
  railways: readonly Railway[],
): RoadNet {
  const { nodes, edges } = arrangeRoads(lines, 12, interchanges())
  const banks = riverAreas.map(({ ring }) => ({ ring, box: boxOf(ring) }))
  const shores = lakes.map(({ ring }) => ({ ring, box: boxOf(ring) }))
  const passable = edges.filter(({ path, spans }) => {
    const length = pathLength(path)
    if (wetSpans(path, length, shores).length > 0) return false
    return (
      spans || !(wetSpans(path, length, banks).length > 0 || railways.some((railway) => crosses(path, railway.path)))
    )
  })
  const tidy = largestPart(joinThrough(trimStubs(passable, 90)), nodes.length)
  return splitAtRivers({ nodes, edges: tidy }, banks)
}
