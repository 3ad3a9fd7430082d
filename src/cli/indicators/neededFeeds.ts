import type { Catalog } from '../../catalog/schema'
import type { MetricDefinition } from '../../core/model/metricDefinition'
import type { Standard, StandardRow } from '../../core/model/standard'

/** Feeds that one metric reads. */
export function feedsOfMetric(metric: MetricDefinition): string[] {
  switch (metric.method) {
    case 'covered':
    case 'near':
      return [metric.subjects, metric.by]
    case 'area':
      return [metric.region, metric.by]
    case 'share':
      return metric.within === undefined ? [metric.of] : [metric.of, metric.within]
    case 'length':
    case 'count':
    case 'mean':
      return [metric.of]
    case 'reported':
      return [metric.feed]
    case 'combine':
      return []
  }
}

/**
 * Ids of the feeds that the wanted rows need, in the order of the catalog: those of their metrics, that of the scope,
 * and the `reported` feeds where a row has a metric or a checklist that the catalog does not measure.
 */
export function neededFeeds(
  catalog: Catalog,
  standard: Standard,
  scope: string | null,
  only: readonly string[] | undefined,
): string[] {
  const rows = standard.rows.filter((row) => only === undefined || only.includes(row.id))
  const needed = new Set<string>()
  for (const row of rows) {
    const metrics = catalog.indicators.find((indicator) => indicator.id === row.id)?.metrics ?? {}
    for (const metric of Object.values(metrics)) for (const feed of feedsOfMetric(metric)) needed.add(feed)
    if (isReported(row, metrics)) {
      for (const feed of catalog.feeds) if (feed.record === 'reported') needed.add(feed.id)
    }
  }
  const wanted = catalog.scopes.find(({ id }) => id === scope)
  if (wanted) needed.add(wanted.feed)
  return catalog.feeds.map(({ id }) => id).filter((id) => needed.has(id))
}

function isReported(row: StandardRow, metrics: Readonly<Record<string, MetricDefinition>>): boolean {
  return row.checklist !== undefined || row.metrics.some(({ id }) => !Object.hasOwn(metrics, id))
}
