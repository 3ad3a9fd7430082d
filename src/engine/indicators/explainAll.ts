import type { EvaluationMemory } from '#core/indicators/evaluationMemory.ts'
import { explain } from '#core/indicators/explain.ts'
import { subjectFeed } from '#core/indicators/metricFacts.ts'
import type { EvaluateInput, Evaluation, Explanation } from '#core/model/evaluation.ts'

/**
 * The features behind every metric of the evaluated rows that counts features of its own, one metric after the other: of a
 * large city no more than one is held at a time.
 */
export function* explainAll(
  input: EvaluateInput,
  evaluation: Evaluation,
  memory: EvaluationMemory | null = null,
): Generator<Explanation> {
  const definitions = new Map(input.indicators.map(({ id, metrics }) => [id, metrics]))
  for (const { id, metrics } of evaluation.indicators) {
    for (const metric of Object.keys(metrics)) {
      const definition = definitions.get(id)?.[metric]
      if (definition !== undefined && subjectFeed(definition) !== null) yield explain(input, id, metric, memory)
    }
  }
}
