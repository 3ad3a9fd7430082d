import type { EvaluateInput, Evaluation } from '../model/evaluation'
import { evaluateRow } from './evaluateRow'
import { evaluationContext } from './evaluationContext'
import type { EvaluationMemory } from './evaluationMemory'
import { METHODS } from './methods/methods'
import type { Methods } from './methods/metricMethod'
import { oldestTime } from './metricOutcome'
import { overriddenIndicators } from './overrides'

/**
 * Evaluates the rows of a standard (all, or `only`), in the standard's order, on the feeds given. What cannot be known is
 * null and says why; data never makes it throw.
 * @param memory of earlier evaluations: the same result, bit for bit, at the cost of what has changed.
 * @throws Error for overrides that name what is not there: check them first with `applyOverrides`.
 */
export function evaluate(
  input: EvaluateInput,
  memory: EvaluationMemory | null = null,
  methods: Methods = METHODS,
): Evaluation {
  const indicators = overriddenIndicators(input, methods)
  const context = evaluationContext(input, memory, methods)
  const rows = input.standard.rows
    .filter((row) => !input.only || input.only.includes(row.id))
    .map((row) => evaluateRow(row, indicators.get(row.id), context))
  return {
    scope: input.scope,
    dataTime: oldestTime(rows.map((row) => row.dataTime)),
    indicators: rows.map((row) => row.result),
  }
}
