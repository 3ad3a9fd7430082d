import type { Position } from 'geojson'
import { pathLength } from '../city/measure'
import { toPlane } from '../city/plane'
import type { RoadSegment } from '../city/types'

interface Arm {
  readonly to: string
  readonly metres: number
  readonly segment: RoadSegment
}

/** A search over the given segments; one-way rules are left aside. */
export function roadSearch(segments: readonly RoadSegment[]): (from: string, to: string) => Position[] | null {
  const arms = new Map<string, Arm[]>()
  for (const segment of segments) {
    const metres = pathLength(segment.line.coordinates.map(toPlane))
    for (const [from, to] of [
      [segment.from, segment.to],
      [segment.to, segment.from],
    ] as const) {
      arms.set(from, [...(arms.get(from) ?? []), { to, metres, segment }])
    }
  }
  return (from, to) => path(arms, from, to)
}

/** Shortest path by length (Dijkstra, the open list scanned: a few thousand junctions), or null. */
function path(arms: ReadonlyMap<string, readonly Arm[]>, from: string, to: string): Position[] | null {
  const best = new Map<string, { metres: number; by: { junction: string; segment: RoadSegment } | null }>()
  best.set(from, { metres: 0, by: null })
  const open = new Set([from])
  const done = new Set<string>()
  while (open.size > 0) {
    let junction = ''
    for (const each of open) if (junction === '' || best.get(each)!.metres < best.get(junction)!.metres) junction = each
    if (junction === to) return trace(best, to)
    open.delete(junction)
    done.add(junction)
    for (const arm of arms.get(junction) ?? []) {
      const metres = best.get(junction)!.metres + arm.metres
      if (done.has(arm.to) || metres >= (best.get(arm.to)?.metres ?? Number.POSITIVE_INFINITY)) continue
      best.set(arm.to, { metres, by: { junction, segment: arm.segment } })
      open.add(arm.to)
    }
  }
  return null
}

function trace(
  best: ReadonlyMap<string, { by: { junction: string; segment: RoadSegment } | null }>,
  to: string,
): Position[] {
  const positions: Position[] = []
  for (let junction = to, by = best.get(to)!.by; by; junction = by.junction, by = best.get(junction)!.by) {
    const line = by.segment.line.coordinates
    const backwards = by.segment.to === junction ? [...line].reverse() : line
    positions.push(...(positions.length === 0 ? backwards : backwards.slice(1)))
  }
  return positions.reverse()
}
