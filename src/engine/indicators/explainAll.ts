import type { EvaluationMemory } from '#core/indicators/evaluationMemory.ts'
import { explain } from '#core/indicators/explain.ts'
import type { EvaluateInput, Evaluation, Explanation } from '#core/model/evaluation.ts'

/** The features behind every measured metric of the evaluated rows. `combine` and reported values have none of their own. */
export function explainAll(
  input: EvaluateInput,
  evaluation: Evaluation,
  memory: EvaluationMemory | null = null,
): Explanation[] {
  const definitions = new Map(input.indicators.map(({ id, metrics }) => [id, metrics]))
  return evaluation.indicators.flatMap(({ id, metrics }) =>
    Object.keys(metrics)
      .filter((metric) => {
        const method = definitions.get(id)?.[metric]?.method
        return method !== undefined && method !== 'combine' && method !== 'reported'
      })
      .map((metric) => explain(input, id, metric, memory)),
  )
}
