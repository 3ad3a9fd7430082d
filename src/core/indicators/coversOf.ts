import { type CoverIndex, coverIndex } from '../geo/coverIndex'
import { coverShapes } from '../geo/coverShape'
import type { Expression } from '../model/expression'
import { CannotMeasure } from './cannotMeasure'
import type { MetricContext } from './metricOutcome'
import { selectBy } from './selectFeatures'
import type { SubjectTally } from './subjectTally'

/**
 * What the features of `by` cover, indexed. Polygons are their own footprint; points bring theirs; a feature without
 * geometry is excluded, `no-geometry`.
 * @throws CannotMeasure `no-footprint:<feed>` when something in it has neither area nor footprint.
 */
export function coversOf(
  context: MetricContext,
  definition: { readonly by: string; readonly byWhere?: Expression | undefined },
  tally: SubjectTally,
): CoverIndex {
  return coverIndex(
    selectBy(context, definition, tally).flatMap((feature) => {
      if (!feature.geometry) {
        tally.exclude(definition.by, feature, 'no-geometry')
        return []
      }
      const shapes = coverShapes(feature.geometry, feature.footprint)
      if (!shapes) throw new CannotMeasure(`no-footprint:${definition.by}`)
      return shapes
    }),
  )
}
