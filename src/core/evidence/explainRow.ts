import { explain } from '../indicators/explain'
import { overriddenIndicators } from '../indicators/overriddenIndicators'
import type { EvaluateInput, Explanation, IndicatorResult } from '../model/evaluation'

/** The features behind every metric of an evaluated row, reports included; a `combine` has none of its own. */
export function explainRow(input: EvaluateInput, { id, metrics }: IndicatorResult): Explanation[] {
  const definitions = overriddenIndicators(input).get(id)?.metrics
  return Object.keys(metrics)
    .filter((metric) => definitions?.[metric]?.method !== 'combine')
    .map((metric) => explain(input, id, metric))
}
