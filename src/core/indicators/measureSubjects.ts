import { cornersOf } from '../geo/polygonSubject'
import type { Expression } from '../model/compileExpression'
import type { CityFeature } from '../model/feature'
import { coversOf } from './coversOf'
import type { MeasuringContext } from './metricOutcome'
import { subjectTally } from './subjectTally'

/** A step ends with the subject that brings its corners to so many; each subject counts for some more. */
const STEP_CORNERS = 2000
const EACH = 30

/** Has the memory measure how much of subjects of a feed is covered, a few at each step. Without a memory there is no use. */
export function* measureSubjects(
  context: MeasuringContext,
  definition: { readonly by: string; readonly byWhere?: Expression | undefined },
  feed: string,
  subjects: readonly CityFeature[],
): Generator<void> {
  const { memory } = context
  if (!memory) return
  const covers = coversOf(context, definition, subjectTally())
  let corners = 0
  for (const subject of subjects) {
    // Where another world was worked into these covers meanwhile, this holds for that world: the memory knows it.
    memory.coverage(covers, feed, subject)
    const { geometry } = subject
    const polygon = geometry?.type === 'Polygon' || geometry?.type === 'MultiPolygon'
    corners += EACH + (polygon ? cornersOf(geometry) : 0)
    if (corners < STEP_CORNERS) continue
    corners = 0
    yield
  }
}
