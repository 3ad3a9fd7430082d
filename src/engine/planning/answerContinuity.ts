import { CannotMeasure } from '#core/indicators/cannotMeasure.ts'
import { coversOf } from '#core/indicators/coversOf.ts'
import { evaluationContext } from '#core/indicators/evaluationContext.ts'
import { metricsBehind } from '#core/indicators/explain.ts'
import { coveringFeeds } from '#core/indicators/metricFacts.ts'
import { subjectTally } from '#core/indicators/subjectTally.ts'
import type { MetricDefinition } from '#core/model/metricDefinition.ts'
import { continuityOf } from '#core/planning/continuity.ts'
import { runSteps } from '../jobs/steps'
import type { AskedOfMetric } from './answerGaps'
import type { Continuity, ContinuityRequest } from './planningQuestions'

type Steps = Omit<Parameters<typeof runSteps>[1], 'sliceMs'>

/**
 * How coherently zones are covered by what covers the subjects of a metric.
 * @throws CannotMeasure `feed-unreadable:<id>` for want of the zones, too: none read is not none there.
 */
export async function continuity(
  { view, request, input, memory }: AskedOfMetric<ContinuityRequest>,
  steps: Steps,
): Promise<Continuity | null> {
  const covering = metricsBehind(input, request.indicator, request.metric, memory)
    .flatMap(({ definition }) => definition ?? [])
    .find((definition) => coveringFeeds(definition).length > 0)
  if (!covering) return null
  if (!view.stored(request.zones)) throw new CannotMeasure(`feed-unreadable:${request.zones}`)
  const streets = request.streets.flatMap((feed) => view.stored(feed)?.features ?? [])
  const unread = request.streets.filter((feed) => !view.stored(feed))
  const zones = await runSteps(
    continuityOf({
      zones: view.features(request.zones),
      covers: coversOf(evaluationContext(input), byOf(covering), subjectTally()),
      streets: unread.length < request.streets.length ? streets : null,
    }),
    steps,
  )
  return { zones, unread }
}

/** A catalog's definitions have passed the schema of their method: one that covers names its feed as `by`. */
export const byOf = (definition: MetricDefinition) => definition as unknown as Parameters<typeof coversOf>[1]
