import type { CountMetric } from '../model/metricDefinition'
import type { MetricContext, MetricOutcome } from './metricOutcome'
import { share } from './share'

/** How many features match: the value is the numerator, the denominator is the number of features; none is unknown. */
export function count(definition: CountMetric, context: MetricContext): MetricOutcome {
  const { where, known, of, match = true } = definition
  const { result, ...behind } = share({ method: 'share', of, match, where, known }, context)
  return { result: { ...result, value: result.value === null ? null : result.numerator }, ...behind }
}
