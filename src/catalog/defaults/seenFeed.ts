import type { CityFeature } from '#core/model/feature.ts'

/** How a feature is drawn: an area, a line or a mark. */
export type Shape = 'area' | 'line' | 'point'

/** What a reading of a feed shows of it, as far as defaults depend on it. */
export interface SeenFeed {
  /** Most frequent first; none where nothing has a place. */
  readonly shapes: readonly Shape[]
  /** Property names, in the order in which they were met. */
  readonly properties: readonly string[]
  /** Values of the properties asked for, most frequent first, as far as they tell classes apart. */
  readonly values: Readonly<Record<string, readonly string[]>>
  /** Of those properties, the ones that some features do not have as text. */
  readonly partly: readonly string[]
}

/** A property with more values than this, or one for nearly every feature, is no class but a description. */
const MOST_VALUES = 24
const FEATURES_A_VALUE = 1.5

const SHAPE_OF: Readonly<Record<string, Shape>> = {
  Point: 'point',
  MultiPoint: 'point',
  LineString: 'line',
  MultiLineString: 'line',
  Polygon: 'area',
  MultiPolygon: 'area',
}

/** Looks over the features of a feed; `by` names the properties that may tell classes apart. */
export function seenFeed(features: readonly CityFeature[], by: readonly string[]): SeenFeed {
  const shapes = new Map<Shape, number>()
  const properties = new Set<string>()
  const values = new Map(by.map((name) => [name, new Map<string, number>()]))
  const lacking = new Set<string>()
  for (const feature of features) {
    const shape = feature.geometry && SHAPE_OF[feature.geometry.type]
    if (shape) shapes.set(shape, (shapes.get(shape) ?? 0) + 1)
    for (const name of Object.keys(feature.properties)) properties.add(name)
    for (const [name, counts] of values) {
      const value = feature.properties[name]
      if (typeof value !== 'string' || value === '') lacking.add(name)
      else if (counts.size <= MOST_VALUES) counts.set(value, (counts.get(value) ?? 0) + 1)
    }
  }
  return {
    shapes: mostFrequent(shapes),
    properties: [...properties],
    values: Object.fromEntries([...values].map(([name, counts]) => [name, classesIn(counts)])),
    partly: by.filter((name) => lacking.has(name)),
  }
}

function classesIn(counts: ReadonlyMap<string, number>): readonly string[] {
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0)
  const telling = counts.size >= 2 && counts.size <= MOST_VALUES && total >= counts.size * FEATURES_A_VALUE
  return telling ? mostFrequent(counts) : []
}

/** Equal counts keep the order in which they were met. */
const mostFrequent = <T>(counts: ReadonlyMap<T, number>): readonly T[] =>
  [...counts].sort(([, a], [, b]) => b - a).map(([value]) => value)
