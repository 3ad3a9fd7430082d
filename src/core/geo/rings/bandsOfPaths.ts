import type { GridPath } from '../equalAreaGrid'

export type FillRuleName = 'even-odd' | 'non-zero'

/** Ground between two heights and two edges, which do not cross in between: a trapezium. */
export interface Trapezium {
  readonly low: number
  readonly high: number
  /** West and east ends of the lower and the upper side. */
  readonly lowWest: number
  readonly lowEast: number
  readonly highWest: number
  readonly highEast: number
}

interface Edge {
  readonly ax: number
  readonly ay: number
  readonly bx: number
  readonly by: number
  /** +1 where the path rises, −1 where it falls. */
  readonly turn: number
}

/**
 * The ground that paths bound under a fill rule, cut into trapezia at the heights of all corners and crossings. Slow and
 * plain, with nothing in common with a sweep that keeps a state: it judges one that does.
 */
export function bandsOfPaths(paths: readonly GridPath[], rule: FillRuleName): Trapezium[] {
  const edges = edgesOf(paths)
  const heights = heightsOf(edges)
  const trapezia: Trapezium[] = []
  for (let i = 1; i < heights.length; i++) {
    const [low, high] = [heights[i - 1]!, heights[i]!]
    const middle = (low + high) / 2
    const crossed = edges
      .filter(({ ay, by }) => ay <= low && by >= high)
      .map((edge) => ({ edge, x: at(edge, middle) }))
      .sort((a, b) => a.x - b.x)
    let winding = 0
    let west: Edge | null = null
    for (const { edge } of crossed) {
      const before = isInside(winding, rule)
      winding += edge.turn
      const after = isInside(winding, rule)
      if (!before && after) west = edge
      if (before && !after && west) trapezia.push(trapezium(west, edge, low, high))
    }
  }
  return trapezia
}

export function areaOfBands(trapezia: readonly Trapezium[]): number {
  let doubled = 0
  for (const { low, high, lowWest, lowEast, highWest, highEast } of trapezia) {
    doubled += (high - low) * (lowEast - lowWest + highEast - highWest)
  }
  return doubled / 2
}

function isInside(winding: number, rule: FillRuleName): boolean {
  return rule === 'even-odd' ? winding % 2 !== 0 : winding !== 0
}

function trapezium(west: Edge, east: Edge, low: number, high: number): Trapezium {
  return {
    low,
    high,
    lowWest: at(west, low),
    lowEast: at(east, low),
    highWest: at(west, high),
    highEast: at(east, high),
  }
}

/** Edges that are not level, lower end first. */
function edgesOf(paths: readonly GridPath[]): Edge[] {
  const edges: Edge[] = []
  for (const path of paths) {
    for (const [index, a] of path.entries()) {
      const b = path[(index + 1) % path.length]!
      if (a.y < b.y) edges.push({ ax: a.x, ay: a.y, bx: b.x, by: b.y, turn: 1 })
      else if (a.y > b.y) edges.push({ ax: b.x, ay: b.y, bx: a.x, by: a.y, turn: -1 })
    }
  }
  return edges
}

function at({ ax, ay, bx, by }: Edge, y: number): number {
  return y === by ? bx : ax + ((bx - ax) * (y - ay)) / (by - ay)
}

/** Heights of all corners and crossings, sorted, each once. */
function heightsOf(edges: readonly Edge[]): number[] {
  const heights = new Set<number>()
  for (const [index, one] of edges.entries()) {
    heights.add(one.ay)
    heights.add(one.by)
    for (let other = index + 1; other < edges.length; other++) {
      const two = edges[other]!
      const low = Math.max(one.ay, two.ay)
      const high = Math.min(one.by, two.by)
      if (low >= high) continue
      const before = at(one, low) - at(two, low)
      const after = at(one, high) - at(two, high)
      if (before > 0 === after > 0 || before === 0 || after === 0) continue
      heights.add(low + ((high - low) * before) / (before - after))
    }
  }
  return [...heights].sort((a, b) => a - b)
}
