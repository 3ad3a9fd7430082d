import type { LineString, Position } from 'geojson'
import { between, distance } from '../city/measure'
import { toPlane, toPosition } from '../city/plane'
import { bearing } from './offset'

export interface Station {
  readonly position: Position
  /** Direction of travel, degrees clockwise from north. */
  readonly bearing: number
}

/** Stations on a line, `every` metres, the first after `first` metres. */
export function stationsAlong(line: LineString, every: number, first: number = every / 2): Station[] {
  const stations: Station[] = []
  let next = first
  let walked = 0
  for (let index = 1; index < line.coordinates.length; index++) {
    const from = line.coordinates[index - 1]!
    const to = line.coordinates[index]!
    const a = toPlane(from)
    const b = toPlane(to)
    const length = distance(a, b)
    while (length > 0 && next <= walked + length) {
      stations.push({ position: toPosition(between(a, b, (next - walked) / length)), bearing: bearing(from, to) })
      next += every
    }
    walked += length
  }
  return stations
}
