import { boundsOf } from '#core/geo/boundsOf.ts'
import { evaluationContext } from '#core/indicators/evaluationContext.ts'
import { metricsBehind } from '#core/indicators/explain.ts'
import { coveringFeeds, methodOf, subjectFeed } from '#core/indicators/metricFacts.ts'
import { scopePolygons } from '#core/indicators/scopeArea.ts'
import { selectBy, selectFeatures } from '#core/indicators/selectFeatures.ts'
import { subjectTally } from '#core/indicators/subjectTally.ts'
import { shanghaiYear } from '#core/model/time.ts'
import { isArea } from '#core/planning/gaps/openSubjects.ts'
import { checkSheets, type SheetCheck } from '#core/planning/sheetCheck.ts'
import { runSteps } from '../jobs/steps'
import { byOf } from './answerContinuity'
import type { AskedOfMetric } from './answerGaps'
import type { SheetCheckRequest } from './planningQuestions'

/** The standard sheets over the region of a metric that is measured by its area. */
export async function sheetCheck(
  { view, request, input, memory }: AskedOfMetric<SheetCheckRequest>,
  steps: Omit<Parameters<typeof runSteps>[1], 'sliceMs'>,
): Promise<SheetCheck | null> {
  const definition = metricsBehind(input, request.indicator, request.metric, memory)
    .flatMap((each) => each.definition ?? [])
    .find((each) => methodOf(each).measure === 'm2' && coveringFeeds(each).length > 0)
  const feed = definition && subjectFeed(definition)
  if (!definition || !feed) return null
  const context = evaluationContext(input)
  const selection = definition as Pick<Parameters<typeof selectFeatures>[1], 'where' | 'known'>
  const region = selectFeatures(context.feed(feed), { ...selection, scope: null }, subjectTally()).flatMap(
    ({ geometry }) => (isArea(geometry) ? [geometry] : []),
  )
  if (region.length === 0) return null
  const bounds = boundsOf({ type: 'GeometryCollection', geometries: region })
  return runSteps(
    checkSheets({
      region,
      limits: scopePolygons(context.scope(), bounds),
      surveys: selectBy(context, byOf(definition), subjectTally()),
      scale: request.scale,
      oldBefore: shanghaiYear(view.now()) - request.oldYears,
    }),
    steps,
  )
}
