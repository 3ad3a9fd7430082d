import { evaluateMetric } from '#core/indicators/evaluateMetric.ts'
import { evaluationContext } from '#core/indicators/evaluationContext.ts'
import { METHODS } from '#core/indicators/methods/methods.ts'
import { combinedMetrics } from '#core/indicators/metricFacts.ts'
import { roundRatio } from '#core/indicators/ratioResult.ts'
import { rateRow } from '#core/indicators/starRules.ts'
import type { EvaluateInput, IndicatorResult, MetricResult } from '#core/model/evaluation.ts'
import type { IndicatorDefinition } from '#core/model/metricDefinition.ts'
import type { StandardRow } from '#core/model/standard.ts'

/** The star of a row when some of its metrics count fewer subjects; metrics made of those follow. */
export function starWithout(
  row: StandardRow,
  definition: IndicatorDefinition,
  base: IndicatorResult,
  input: EvaluateInput,
  lost: ReadonlyMap<string, number>,
): number | null {
  const context = evaluationContext(input)
  const resultOf = (id: string): MetricResult => {
    const known = base.metrics[id]!
    const fewer = lost.get(id)
    if (fewer !== undefined) return withFewer(known, fewer)
    const measured = definition.metrics[id]
    if (!measured || !combinedMetrics(measured).some((part) => touched(part, definition, lost))) return known
    return evaluateMetric(measured, METHODS, {
      ...context,
      indicator: row.id,
      metric: id,
      other: resultOf,
      standardWeights: row.weights,
      detail: 'none',
    }).result
  }
  const metrics = Object.fromEntries(Object.keys(base.metrics).map((id) => [id, resultOf(id).value]))
  return rateRow(row, { metrics, items: base.items ?? {} }).star
}

/** Whether a metric changes, itself or through what it is made of. */
function touched(id: string, definition: IndicatorDefinition, lost: ReadonlyMap<string, number>): boolean {
  if (lost.has(id)) return true
  const measured = definition.metrics[id]
  return measured !== undefined && combinedMetrics(measured).some((part) => touched(part, definition, lost))
}

function withFewer(result: MetricResult, lost: number): MetricResult {
  const { numerator, denominator } = result
  if (numerator === null || denominator === null || !(denominator > 0)) return result
  const left = numerator - lost
  return { ...result, numerator: left, value: roundRatio(left / denominator) }
}
