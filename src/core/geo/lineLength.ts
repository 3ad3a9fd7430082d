import type { LineString, MultiLineString } from 'geojson'
import { greatCircleDistance } from './greatCircleDistance'

/** Length of a line, metres: the sum of great-circle distances between neighbouring positions, over all parts. */
export function lineLength(line: LineString | MultiLineString): number {
  const parts = line.type === 'LineString' ? [line.coordinates] : line.coordinates
  let metres = 0
  for (const part of parts) {
    for (let i = 1; i < part.length; i++) metres += greatCircleDistance(part[i - 1]!, part[i]!)
  }
  return metres
}
