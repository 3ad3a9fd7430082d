import type { ReportedMetric } from '../model/metricDefinition'
import type { MetricContext, MetricOutcome } from './metricOutcome'
import { reportedValue } from './reportedValue'

/** The newest value a department has reported in one feed. */
export function reported(definition: ReportedMetric, context: MetricContext): MetricOutcome {
  return reportedValue([context.feed(definition.feed)], context)
}
