import type { EvaluationMemory } from '#core/indicators/evaluationMemory.ts'
import { explain } from '#core/indicators/explain.ts'
import { subjectFeed } from '#core/indicators/metricFacts.ts'
import type { EvaluateInput, Evaluation, Explanation } from '#core/model/evaluation.ts'

/** The features behind every metric of the evaluated rows that counts features of its own. */
export function explainAll(
  input: EvaluateInput,
  evaluation: Evaluation,
  memory: EvaluationMemory | null = null,
): Explanation[] {
  const definitions = new Map(input.indicators.map(({ id, metrics }) => [id, metrics]))
  return evaluation.indicators.flatMap(({ id, metrics }) =>
    Object.keys(metrics)
      .filter((metric) => {
        const definition = definitions.get(id)?.[metric]
        return definition !== undefined && subjectFeed(definition) !== null
      })
      .map((metric) => explain(input, id, metric, memory)),
  )
}
