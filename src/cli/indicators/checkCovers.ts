import type { IndicatorDefinition } from '../../core/model/metricDefinition'
import type { FeedReading } from './readFeeds'

/**
 * Points that are to cover something and have no footprint: a fault of the catalog that shows only in the data where
 * the record leaves the geometry open.
 */
export function checkCovers(indicators: readonly IndicatorDefinition[], readings: readonly FeedReading[]): string[] {
  const bare = new Set(readings.filter(isBarePoints).map(({ feed }) => feed.id))
  return indicators.flatMap(({ id, metrics }) =>
    Object.entries(metrics).flatMap(([metric, definition]) =>
      (definition.method === 'covered' || definition.method === 'area') && bare.has(definition.by)
        ? [`${id}.${metric}.by: expected a feed with a footprint or of polygons, found points in ${definition.by}`]
        : [],
    ),
  )
}

function isBarePoints(reading: FeedReading): boolean {
  if (!('admission' in reading) || reading.feed.footprint !== undefined) return false
  return reading.admission.features.some(
    ({ geometry }) => geometry?.type === 'Point' || geometry?.type === 'MultiPoint',
  )
}
