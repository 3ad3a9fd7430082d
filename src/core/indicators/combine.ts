import type { MetricResult } from '../model/evaluation'
import type { CombineMetric } from '../model/metricDefinition'
import { CannotMeasure } from './cannotMeasure'
import { type MetricContext, type MetricOutcome, oldestTime } from './metricOutcome'
import { roundRatio } from './ratioResult'

/**
 * The least, the mean, or the weighted mean (Σ weight · value / Σ weight) of other metrics of the row. Weights left out
 * are those of the standard. It has no numerator or denominator of its own.
 * @throws CannotMeasure `unknown-metric:<id>` when one of them is unknown or no number, `no-weights:<id>`.
 */
export function combine(definition: CombineMetric, context: MetricContext): MetricOutcome {
  const parts = definition.of.map((id) => {
    const result = context.other(id)
    if (typeof result.value !== 'number') throw new CannotMeasure(`unknown-metric:${id}`)
    return { id, result, value: result.value }
  })
  const values = parts.map((part) => part.value)
  const weightOf = (id: string) => {
    if (definition.how !== 'weighted') return 1
    const weight = (definition.weights ?? context.standardWeights)?.[id]
    if (weight === undefined) throw new CannotMeasure(`no-weights:${id}`)
    return weight
  }
  const weights = parts.map((part) => weightOf(part.id))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  if (definition.how !== 'min' && !(total > 0)) throw new CannotMeasure('denominator-0')
  const weighted = values.reduce((sum, value, index) => sum + value * weights[index]!, 0)
  const result: MetricResult = {
    value: roundRatio(definition.how === 'min' ? Math.min(...values) : weighted / total),
    numerator: null,
    denominator: null,
    excluded: 0,
    reasons: {},
    dataTime: oldestTime(parts.map((part) => part.result.dataTime)),
    known: parts.every((part) => part.result.known === 'reported') ? 'reported' : 'measured',
  }
  return { result, subjects: [], gaps: [] }
}
