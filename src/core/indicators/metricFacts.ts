import type { IndicatorDefinition, MetricDefinition, ScopeDefinition } from '../model/metricDefinition'
import type { StandardRow } from '../model/standard'
import { METHODS } from './methods/methods'
import type { Methods, MetricMethod } from './methods/metricMethod'
import { feedOfRole, parametersOf } from './methods/parameters'

/** What follows for a metric from what its method says about itself. */

/**
 * The method a definition names.
 * @throws Error when there is none: a catalog that names it is refused.
 */
export function methodOf({ method }: MetricDefinition, methods: Methods = METHODS): MetricMethod {
  const found = Object.hasOwn(methods, method) ? methods[method] : undefined
  if (!found) throw new Error(`no method ${method}`)
  return found
}

/** Feeds a metric reads, without its scope, in the order of its method's parameters. */
export function feedsOfMetric(definition: MetricDefinition, methods: Methods = METHODS): readonly string[] {
  return parametersOf(methodOf(definition, methods).parameters, 'feed').flatMap(([name]) => namedIn(definition[name]))
}

/** Feeds of a metric that must cover something (polygons, or points with a footprint), each after its parameter. */
export function coveringFeeds(
  definition: MetricDefinition,
  methods: Methods = METHODS,
): readonly (readonly [string, string])[] {
  return parametersOf(methodOf(definition, methods).parameters, 'feed').flatMap(([name, { covers }]) =>
    covers ? namedIn(definition[name]).map((feed) => [name, feed] as const) : [],
  )
}

/** Feed of the features a metric counts; null when it counts none of its own. */
export function subjectFeed(definition: MetricDefinition, methods: Methods = METHODS): string | null {
  return feedOfRole(methodOf(definition, methods).parameters, definition, 'subjects')
}

/** Other metrics of the row that a metric is made of. */
export function combinedMetrics(definition: MetricDefinition, methods: Methods = METHODS): readonly string[] {
  return parametersOf(methodOf(definition, methods).parameters, 'metrics').flatMap(([name]) => {
    const named = definition[name]
    return Array.isArray(named) ? named.flatMap(namedIn) : []
  })
}

/** A number of a metric as it is effective; null when its method has no such number. */
export function numberOf(definition: MetricDefinition, name: string, methods: Methods = METHODS): number | null {
  const { parameters } = methodOf(definition, methods)
  const parameter = Object.hasOwn(parameters, name) ? parameters[name] : undefined
  if (parameter?.kind !== 'number') return null
  const value = definition[name] ?? parameter.otherwise
  return typeof value === 'number' ? value : null
}

const namedIn = (value: unknown): string[] => (typeof value === 'string' ? [value] : [])

/** Whether a metric is measured on features that a scope filters. */
export function usesScope(definition: MetricDefinition, methods: Methods = METHODS): boolean {
  return methodOf(definition, methods).scoped
}

/**
 * Feeds an indicator reads, sorted, each once. `scopes` are the scopes it is wanted for (none: no filter); their feeds
 * are added when a metric uses them. Metrics without definition read the `reported` feeds besides: see `needsReported`.
 */
export function feedsOfIndicator(
  definition: IndicatorDefinition,
  scopes: readonly ScopeDefinition[],
  methods: Methods = METHODS,
): string[] {
  const metrics = Object.values(definition.metrics)
  const ids = new Set(metrics.flatMap((metric) => feedsOfMetric(metric, methods)))
  if (metrics.some((metric) => usesScope(metric, methods))) for (const scope of scopes) ids.add(scope.feed)
  return [...ids].sort()
}

/** Whether some metric or checklist item of a row can only come from the `reported` feeds. */
export function needsReported(row: StandardRow, definition: IndicatorDefinition | undefined): boolean {
  return row.checklist !== undefined || row.metrics.some((metric) => definition?.metrics[metric.id] === undefined)
}
