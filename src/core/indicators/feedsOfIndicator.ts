import type { IndicatorDefinition, MetricDefinition, ScopeDefinition } from '../model/metricDefinition'
import type { StandardRow } from '../model/standard'

/** Feeds a metric reads, without its scope. `combine` reads none of its own. */
export function feedsOfMetric(definition: MetricDefinition): readonly string[] {
  switch (definition.method) {
    case 'covered':
    case 'near':
      return [definition.subjects, definition.by]
    case 'area':
      return [definition.region, definition.by]
    case 'share':
      return definition.within === undefined ? [definition.of] : [definition.of, definition.within]
    case 'length':
    case 'count':
    case 'mean':
    case 'ratio':
      return [definition.of]
    case 'reported':
      return [definition.feed]
    case 'combine':
      return []
  }
}

/** Whether a metric is measured on features that a scope filters. */
export function usesScope(definition: MetricDefinition): boolean {
  return definition.method !== 'reported' && definition.method !== 'combine'
}

/**
 * Feeds an indicator reads, sorted, each once. `scopes` are the scopes it is wanted for (none: no filter); their feeds
 * are added when a metric uses them. Metrics without definition read the `reported` feeds besides: see `needsReported`.
 */
export function feedsOfIndicator(definition: IndicatorDefinition, scopes: readonly ScopeDefinition[]): string[] {
  const metrics = Object.values(definition.metrics)
  const ids = new Set(metrics.flatMap(feedsOfMetric))
  if (metrics.some(usesScope)) for (const scope of scopes) ids.add(scope.feed)
  return [...ids].sort()
}

/** Whether some metric or checklist item of a row can only come from the `reported` feeds. */
export function needsReported(row: StandardRow, definition: IndicatorDefinition | undefined): boolean {
  return row.checklist !== undefined || row.metrics.some((metric) => definition?.metrics[metric.id] === undefined)
}

/** The metrics of a catalog that read a feed, in the catalog's order. */
export function metricsUsing(
  indicators: readonly IndicatorDefinition[],
  feedId: string,
): { readonly indicator: string; readonly metric: string }[] {
  return indicators.flatMap(({ id, metrics }) =>
    Object.entries(metrics)
      .filter(([, definition]) => feedsOfMetric(definition).includes(feedId))
      .map(([metric]) => ({ indicator: id, metric })),
  )
}
