import { pathText } from '#catalog/fault.ts'
import { coveringFeeds } from '#core/indicators/metricFacts.ts'
import type { IndicatorDefinition } from '#core/model/metricDefinition.ts'
import type { FeedReading } from './readFeeds'

/**
 * Points that are to cover something and have no footprint: a fault of the catalog that shows only in the data where
 * the record leaves the geometry open. `geometries`: the types of geometry in each feed. `indicators` are all of the catalog, of which `wanted` are looked at.
 */
export function checkCovers(
  indicators: readonly IndicatorDefinition[],
  wanted: ReadonlySet<string>,
  readings: readonly FeedReading[],
  geometries: ReadonlyMap<string, readonly string[]>,
): string[] {
  const bare = new Set(
    readings.flatMap(({ feed }) =>
      feed.footprint === undefined && geometries.get(feed.id)?.some(isPoint) ? [feed.id] : [],
    ),
  )
  return indicators.flatMap(({ id, metrics }, index) =>
    Object.entries(metrics).flatMap(([metric, definition]) => {
      if (!wanted.has(id)) return []
      return coveringFeeds(definition).flatMap(([parameter, feed]) => {
        if (!bare.has(feed)) return []
        const path = pathText(['indicators', index, 'metrics', metric, parameter])
        return [`${path}: expected a feed with a footprint or of polygons, found points in ${feed}`]
      })
    }),
  )
}

const isPoint = (type: string): boolean => type === 'Point' || type === 'MultiPoint'
