import Flatbush from 'flatbush'
import { crossing, distance, nearestOnSegment, pathLength, slicePath } from './measure'
import type { Name } from './names'
import type { Path, Point } from './plane'
import type { RoadClass } from './types'

/** A road as drawn: a centre line that may cross and touch others. */
export interface RoadLine extends Name {
  readonly class: RoadClass
  readonly path: Path
  /** Metres within which its ends join another road; 0 leaves an end where it is. */
  readonly reach: number
  /** Whether it may cross rivers and railways; no road crosses a lake. */
  readonly spans: boolean
}

/** A piece of a road line between two nodes. */
export interface RoadEdge extends Name {
  readonly class: RoadClass
  readonly from: number
  readonly to: number
  readonly path: Path
  readonly spans: boolean
  readonly bridge: boolean
}

export interface RoadNet {
  readonly nodes: readonly Point[]
  readonly edges: readonly RoadEdge[]
}

interface Piece {
  readonly line: number
  readonly a: Point
  readonly b: Point
  /** Metres along the line at `a`. */
  readonly along: number
}

export const classRank: Record<RoadClass, number> = {
  motorway: 5,
  trunk: 4,
  primary: 3,
  secondary: 2,
  tertiary: 1,
  residential: 0,
}

function cutPieces(lines: readonly RoadLine[]): Piece[] {
  return lines.flatMap(({ path }, line) => {
    let along = 0
    return path.slice(1).map((b, index): Piece => {
      const a = path[index]!
      const piece = { line, a, b, along }
      along += distance(a, b)
      return piece
    })
  })
}

function indexPieces(pieces: readonly Piece[]): Flatbush {
  const index = new Flatbush(pieces.length)
  for (const { a, b } of pieces) {
    index.add(Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[0], b[0]), Math.max(a[1], b[1]))
  }
  index.finish()
  return index
}

/** Lines whose ends are moved onto the nearest other line within their reach. */
function joinEnds(lines: readonly RoadLine[]): RoadLine[] {
  const pieces = cutPieces(lines)
  const index = indexPieces(pieces)
  const joined = (own: number, end: Point, reach: number): Point => {
    let best = end
    let least = reach
    const found = index.search(end[0] - reach, end[1] - reach, end[0] + reach, end[1] + reach).sort((a, b) => a - b)
    for (const id of found) {
      const piece = pieces[id]!
      if (piece.line === own || lines[piece.line]!.class === 'motorway') continue
      const near = nearestOnSegment(end, piece.a, piece.b).point
      const away = distance(end, near)
      if (away < least) {
        least = away
        best = near
      }
    }
    return best
  }
  return lines.map((line, own) => {
    if (line.reach === 0) return line
    const path = [...line.path]
    path[0] = joined(own, path[0]!, line.reach)
    path[path.length - 1] = joined(own, path.at(-1)!, line.reach)
    return { ...line, path }
  })
}

/** Whether two lines meet where they cross; a motorway meets only trunk roads, at its interchanges. */
type Meets = (one: RoadLine, other: RoadLine, at: Point) => boolean

/**
 * Splits crossing and touching road lines into a graph: edges run from node to node, and nodes closer together than
 * `merge` metres are one.
 */
export function arrangeRoads(drawn: readonly RoadLine[], merge: number, meets: Meets): RoadNet {
  const lines = joinEnds(drawn)
  const pieces = cutPieces(lines)
  const index = indexPieces(pieces)
  const cuts: { along: number; point: Point }[][] = lines.map(({ path }) => [
    { along: 0, point: path[0]! },
    { along: pathLength(path), point: path.at(-1)! },
  ])
  const cut = (piece: Piece, point: Point): void => {
    cuts[piece.line]!.push({ along: piece.along + distance(piece.a, point), point })
  }
  pieces.forEach((piece, own) => {
    const [west, east] = piece.a[0] < piece.b[0] ? [piece.a[0], piece.b[0]] : [piece.b[0], piece.a[0]]
    const [south, north] = piece.a[1] < piece.b[1] ? [piece.a[1], piece.b[1]] : [piece.b[1], piece.a[1]]
    const found = index.search(west - 1, south - 1, east + 1, north + 1).sort((a, b) => a - b)
    for (const id of found) {
      const other = pieces[id]!
      if (id <= own || other.line === piece.line) continue
      const point = meetingPoint(piece, other)
      if (point && meets(lines[piece.line]!, lines[other.line]!, point)) {
        cut(piece, point)
        cut(other, point)
      }
    }
  })
  return buildNet(lines, cuts, merge)
}

/** Where two pieces cross, or where an end of one touches the other. */
function meetingPoint(one: Piece, other: Piece): Point | null {
  const shares = crossing(one.a, one.b, other.a, other.b)
  if (shares) {
    const [share] = shares
    return [one.a[0] + (one.b[0] - one.a[0]) * share, one.a[1] + (one.b[1] - one.a[1]) * share]
  }
  for (const end of [other.a, other.b]) {
    if (distance(end, nearestOnSegment(end, one.a, one.b).point) < 0.5) return end
  }
  for (const end of [one.a, one.b]) {
    if (distance(end, nearestOnSegment(end, other.a, other.b).point) < 0.5) return end
  }
  return null
}

function buildNet(
  lines: readonly RoadLine[],
  cuts: readonly { along: number; point: Point }[][],
  merge: number,
): RoadNet {
  const nodes: Point[] = []
  const cells = new Map<string, number[]>()
  const nodeAt = (point: Point): number => {
    const column = Math.floor(point[0] / merge)
    const row = Math.floor(point[1] / merge)
    for (let east = column - 1; east <= column + 1; east++) {
      for (let north = row - 1; north <= row + 1; north++) {
        const near = cells.get(`${east},${north}`)?.find((id) => distance(nodes[id]!, point) < merge)
        if (near !== undefined) return near
      }
    }
    nodes.push(point)
    const key = `${column},${row}`
    cells.set(key, [...(cells.get(key) ?? []), nodes.length - 1])
    return nodes.length - 1
  }
  const edges: RoadEdge[] = []
  const seen = new Set<string>()
  lines.forEach((line, id) => {
    const sorted = [...cuts[id]!].sort((a, b) => a.along - b.along)
    for (let index = 1; index < sorted.length; index++) {
      const start = sorted[index - 1]!
      const end = sorted[index]!
      const from = nodeAt(start.point)
      const to = nodeAt(end.point)
      if (from === to && end.along - start.along < merge * 4) continue
      const middle = slicePath(line.path, start.along + 0.01, end.along - 0.01).slice(1, -1)
      const key = `${Math.min(from, to)}-${Math.max(from, to)}-${middle.length === 0 ? 0 : Math.round((end.along - start.along) / 20)}`
      if (seen.has(key)) continue
      seen.add(key)
      const path = [nodes[from]!, ...middle, nodes[to]!]
      edges.push({ zh: line.zh, en: line.en, class: line.class, from, to, path, spans: line.spans, bridge: false })
    }
  })
  return { nodes, edges }
}
