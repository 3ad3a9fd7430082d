import type { IndicatorResult, MetricResult } from '../model/evaluation'
import type { IndicatorDefinition } from '../model/metricDefinition'
import type { StandardRow } from '../model/standard'
import { CannotMeasure } from './cannotMeasure'
import { checklistItems } from './checklistItems'
import { evaluateMetric } from './evaluateMetric'
import type { EvaluationContext } from './evaluationContext'
import { effectiveParameters } from './methods/parameterValues'
import { methodOf } from './metricFacts'
import { type Detail, type MetricOutcome, oldestTime } from './metricOutcome'
import { nextStar } from './nextStar'
import { rateRow } from './starRules'

export interface RowOutcome {
  readonly result: IndicatorResult
  readonly dataTime: number | null
}

/** Metrics of a row: those of the standard in its order, then any more the catalog defines. */
export function metricIds(row: StandardRow, definition: IndicatorDefinition | undefined): string[] {
  return [...new Set([...row.metrics.map(({ id }) => id), ...Object.keys(definition?.metrics ?? {})])]
}

/**
 * Evaluates single metrics of a row, each once, whichever asks first (a `combine` asks for its parts).
 */
export function metricsOfRow(
  row: StandardRow,
  definition: IndicatorDefinition | undefined,
  context: EvaluationContext,
  detail: Detail,
): (metric: string) => MetricOutcome {
  const made = new Map<string, MetricOutcome | 'underway'>()
  const metricOf = (metric: string): MetricOutcome => {
    const known = made.get(metric)
    if (known === 'underway') throw new CannotMeasure(`cycle:${metric}`)
    if (known) return known
    made.set(metric, 'underway')
    const outcome = evaluateMetric(definition?.metrics[metric], context.methods, {
      ...context,
      indicator: row.id,
      metric,
      other: (id) => metricOf(id).result,
      standardWeights: row.weights,
      detail,
    })
    made.set(metric, outcome)
    return outcome
  }
  return metricOf
}

/** Evaluates one row of the standard: its metrics, checklist, star, and what the next star needs. */
export function evaluateRow(
  row: StandardRow,
  definition: IndicatorDefinition | undefined,
  context: EvaluationContext,
): RowOutcome {
  const { methods } = context
  const metricOf = metricsOfRow(row, definition, context, 'none')
  const metrics: Record<string, MetricResult> = {}
  for (const id of metricIds(row, definition)) metrics[id] = metricOf(id).result
  const checklist = checklistItems(row, context)
  const values = {
    metrics: Object.fromEntries(Object.entries(metrics).map(([id, { value }]) => [id, value])),
    items: checklist?.items ?? {},
  }
  const rating = rateRow(row, values)
  const definitions = definition?.metrics ?? {}
  const featureAdds = (id: string) => {
    const measured = definitions[id]
    if (measured) return methodOf(measured, methods).featureAdds
    return row.metrics.find((metric) => metric.id === id)?.unit === 'count' ? 'value' : null
  }
  return {
    result: {
      id: row.id,
      ...rating,
      metrics,
      ...(checklist ? { items: checklist.items } : {}),
      parameters: Object.fromEntries(
        Object.entries(definitions).map(([id, metric]) => [
          id,
          effectiveParameters(methodOf(metric, methods).parameters, metric, row.weights),
        ]),
      ),
      next: nextStar(row, { rating, values, metrics, featureAdds }),
    },
    dataTime: oldestTime([...Object.values(metrics).map((metric) => metric.dataTime), ...(checklist?.times ?? [])]),
  }
}
