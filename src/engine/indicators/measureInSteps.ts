import type { EvaluationMemory } from '#core/indicators/evaluationMemory.ts'
import type { Detail } from '#core/indicators/metricOutcome.ts'
import { measureAhead, readyAhead } from '#core/indicators/readyAhead.ts'
import type { EvaluateInput } from '#core/model/evaluation.ts'

/**
 * Does ahead what takes long in an evaluation, so that it is quick afterwards. A world goes on meanwhile: what it is measured
 * from is asked for anew.
 * @param giveWay asked between steps; it throws when the work is to stop.
 */
export async function measureInSteps(
  inputNow: () => EvaluateInput,
  memory: EvaluationMemory,
  detail: Detail,
  giveWay: () => Promise<void>,
): Promise<void> {
  for (const _ of readyAhead(inputNow())) await giveWay()
  for (const _ of measureAhead(inputNow(), memory, detail)) await giveWay()
}
