/** [west, south, east, north] in degrees. */
export type Bounds = readonly [number, number, number, number]

/** A view that differs by less than this share of the city is the same to the eye. */
const SAME = 0.06
/** Of one place alone the surroundings are shown as well, degrees. */
const LEAST = 0.02

/** What holds all of the data; null without any, and where it is as good as the city's own bounds. */
export function boundsOfData(given: readonly Bounds[], city: Bounds): Bounds | null {
  // What is wider than the city, such as a warning for the province, is no view of it.
  const all = given.filter((bounds) => !holds(bounds, city))
  if (all.length === 0) return null
  const side = (at: 0 | 1 | 2 | 3, pick: (...values: number[]) => number) => pick(...all.map((bounds) => bounds[at]))
  const [west, east] = atLeast(side(0, Math.min), side(2, Math.max))
  const [south, north] = atLeast(side(1, Math.min), side(3, Math.max))
  const size = [city[2] - city[0], city[3] - city[1], city[2] - city[0], city[3] - city[1]]
  const data: Bounds = [west, south, east, north]
  return data.every((value, at) => Math.abs(value - city[at]!) < SAME * size[at]!) ? null : data
}

const holds = (outer: Bounds, inner: Bounds): boolean =>
  outer[0] < inner[0] && outer[1] < inner[1] && outer[2] > inner[2] && outer[3] > inner[3]

function atLeast(low: number, high: number): readonly [number, number] {
  const lack = Math.max(0, LEAST - (high - low)) / 2
  return [low - lack, high + lack]
}
