import type { WrongPolygons } from './runPolygonCases'

/** One wrong case in words, with the JSON of its smallest reproduction. */
export function describeWrongPolygons({ number, faults, smallest }: WrongPolygons): string {
  return `polygons ${number}: ${faults.join('; ')}\n${JSON.stringify(smallest)}`
}
