import type { Measure, MethodFacts } from '#core/indicators/methods/metricMethod.ts'
import { parametersOf } from '#core/indicators/methods/parameters.ts'
import type { MetricDefinition } from '#core/model/metricDefinition.ts'
import type { City } from './CityContext'

/** A city as far as its metrics are concerned. */
export type MeasuredCity = Pick<City, 'catalog' | 'methods'>

export function definitionOf({ catalog }: MeasuredCity, indicator: string, metric: string): MetricDefinition | null {
  return catalog.indicators.find(({ id }) => id === indicator)?.metrics[metric] ?? null
}

/** What the method of a metric says about itself; null for a metric that the catalog does not measure. */
export function methodOf(city: MeasuredCity, indicator: string, metric: string): MethodFacts | null {
  const definition = definitionOf(city, indicator, metric)
  return definition ? (city.methods[definition.method] ?? null) : null
}

/** What the numerator and denominator of a metric are counted in. */
export function measureOf(city: MeasuredCity, indicator: string, metric: string): Measure {
  return methodOf(city, indicator, metric)?.measure ?? 'plain'
}

/** Whether features stand behind a metric, its own or those of the metrics it is made of; a report has none. */
export function hasFeatures({ parameters }: MethodFacts): boolean {
  const own = parametersOf(parameters, 'feed').some(([, { role }]) => role === 'subjects')
  return own || parametersOf(parameters, 'metrics').length > 0
}

/** Whether what a metric leaves open can be listed: what is not covered or near, or does not match where others do. */
export function listsGaps({ parameters, featureAdds }: MethodFacts): boolean {
  if (parametersOf(parameters, 'metrics').length > 0) return true
  if (parametersOf(parameters, 'feed').some(([, { role }]) => role === 'by')) return true
  return Object.hasOwn(parameters, 'match') && featureAdds !== 'value'
}
