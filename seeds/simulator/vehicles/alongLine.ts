import type { Position } from 'geojson'
import { greatCircleDistance, initialBearing } from '#core/geo/sphere.ts'

/** A line that can be walked along; metres. */
export interface WalkedLine {
  readonly length: number
  /** Where one is after so many metres, and the direction there (whole degrees from north). Held at its ends. */
  at(metres: number): { readonly position: Position; readonly heading: number }
}

/** Null for a line of fewer than two positions. */
export function alongLine(line: readonly Position[]): WalkedLine | null {
  const last = line.at(-1)
  if (!last || line.length < 2) return null
  const ends: number[] = [0]
  for (let index = 1; index < line.length; index++) {
    ends.push(ends[index - 1]! + greatCircleDistance(line[index - 1]!, line[index]!))
  }
  const length = ends.at(-1)!
  return {
    length,
    at(metres) {
      const walked = Math.min(Math.max(metres, 0), length)
      const index = Math.max(
        1,
        ends.findIndex((end, place) => place > 0 && end >= walked),
      )
      const [from, to] = [line[index - 1]!, line[index]!]
      const part = ends[index]! > ends[index - 1]! ? (walked - ends[index - 1]!) / (ends[index]! - ends[index - 1]!) : 0
      const between = (axis: 0 | 1) => Math.round((from[axis]! + (to[axis]! - from[axis]!) * part) * 1e6) / 1e6
      const heading = Math.round((initialBearing(from, to) + 360) % 360) % 360
      return { position: [between(0), between(1)], heading }
    },
  }
}
