import { random } from '../random'
import type { RoadLine } from './arrangeRoads'
import { simplify } from './curve'
import { outsideOf } from './growRoads'
import { growSideStreets } from './growSideStreets'
import { insideRing } from './measure'
import { drawPlaceNames } from './names'
import type { Path, Point } from './plane'
import { type Avenue, growQuarterRing, northSouth, type Quarter, quarters, warpLine, westEast } from './streetPlan'

/** Where an avenue leaves the city, and a point before it, which gives the direction. */
export interface Gate {
  readonly before: Point
  readonly point: Point
}

export interface Streets {
  readonly lines: readonly RoadLine[]
  /** Outlines of the quarters, open rings: core, development zone, lakeside. */
  readonly rings: readonly Path[]
  /** Where avenues leave the city, by name and end (`岗山路:start`). */
  readonly gates: ReadonlyMap<string, Gate>
}

/** Vertices of 50 metres that a gate reaches beyond the outline. */
const beyond = 7

/** The stretch of the path from its first to its last vertex inside any ring, and a little further at each end. */
function cutAtRings(path: Path, rings: readonly Path[], before = 1, after = 1): Path | null {
  const inside = path.map((point) => rings.some((ring) => insideRing(point, ring)))
  const first = inside.indexOf(true)
  const last = inside.lastIndexOf(true)
  return first < 0 || last - first < 1 ? null : path.slice(Math.max(0, first - before), last + 1 + after)
}

/** Quarter outlines as roads; the lakeside one only where it is outside the core, which it leans on. */
function outlineRoads(rings: readonly Path[]): RoadLine[] {
  return quarters.map(({ id, road, class: roadClass }, index): RoadLine => {
    const ring = rings[index]!
    const closed = [...ring, ring[0]!]
    if (id !== 'lakeside') return { ...road, class: roadClass, path: simplify(closed, 1), reach: 0, spans: true }
    const start = ring.findIndex((point) => insideRing(point, rings[0]!))
    const turned = [...ring.slice(start), ...ring.slice(0, start)].filter((point) => !insideRing(point, rings[0]!))
    return { ...road, class: roadClass, path: simplify(turned, 1), reach: 120, spans: true }
  })
}

/**
 * The streets of the city: ring roads, avenues with their gates, and side streets in the superblocks between them.
 * Roads along the rivers and the lake come in as `embankments`.
 */
export function growStreets(embankments: readonly Path[]): Streets {
  const rings = quarters.map(growQuarterRing)
  const gates = new Map<string, Gate>()
  const lines: RoadLine[] = outlineRoads(rings)
  const addAvenue = (plan: Avenue, line: Path): void => {
    const { zh, en, class: roadClass } = plan
    const opens = (end: 'start' | 'end'): boolean => plan.gates === end || plan.gates === 'both'
    const path = cutAtRings(line, rings, opens('start') ? beyond : 1, opens('end') ? beyond : 1)
    if (!path) return
    if (opens('start')) gates.set(`${zh}:start`, { before: path[beyond]!, point: path[0]! })
    if (opens('end')) gates.set(`${zh}:end`, { before: path.at(-1 - beyond)!, point: path.at(-1)! })
    lines.push({ zh, en, class: roadClass, path: simplify(path, 1), reach: 50, spans: true })
  }
  for (const plan of northSouth) addAvenue(plan, warpLine([plan.at, plan.from], [plan.at, plan.to]))
  for (const plan of westEast) addAvenue(plan, warpLine([plan.from, plan.at], [plan.to, plan.at]))

  const drawName = drawPlaceNames('street-names')
  const stream = random('side-streets')
  quarters.forEach((quarter: Quarter, index) => {
    for (const { from, to, depth } of growSideStreets(quarter, stream)) {
      const within = cutAtRings(warpLine(from, to), [rings[index]!])
      const clipped = within && (quarter.id === 'lakeside' ? outsideOf(within, [rings[0]!]) : within)
      const path = clipped && offEmbankments(clipped, embankments)
      if (!path) continue
      const { zh, en } = drawName()
      const kind = depth === 0 ? (['tertiary', '街', 'Street'] as const) : (['residential', '巷', 'Lane'] as const)
      lines.push({
        zh: zh + kind[1],
        en: `${en} ${kind[2]}`,
        class: kind[0],
        path: simplify(path, 1),
        reach: quarter.id === 'lakeside' ? 90 : 30,
        spans: false,
      })
    }
  })
  return { lines, rings, gates }
}

/** Null when the street would run alongside an embankment. */
function offEmbankments(path: Path, embankments: readonly Path[]): Path | null {
  const near = path.filter((point) =>
    embankments.some((other) =>
      other.some((vertex) => Math.abs(vertex[0] - point[0]) + Math.abs(vertex[1] - point[1]) < 85),
    ),
  )
  return near.length > path.length * 0.45 ? null : path
}
