import { boundsOf } from '../geo/boundsOf'
import { type CoverSet, coverSet } from '../geo/coverSet'
import { type CoverShape, coverShapes } from '../geo/coverShape'
import { type LocalPlane, localPlane } from '../geo/localPlane'
import type { Expression } from '../model/compileExpression'
import type { CityFeature } from '../model/feature'
import { CannotMeasure } from './cannotMeasure'
import type { MetricContext } from './metricOutcome'
import { selectBy } from './selectFeatures'
import type { SubjectTally } from './subjectTally'

/** Words of why a metric is unknown that asks for covers where there are none. */
export const NO_FOOTPRINT = {
  'no-footprint': { words: { zh: '“{name}”没有覆盖范围的定义', en: '“{name}” has no footprint' }, names: 'feed' },
} as const

/**
 * What the features of `by` cover, ready to be asked. Polygons are their own footprint; points bring theirs; a feature
 * without geometry is excluded, `no-geometry`.
 * @throws CannotMeasure `no-footprint:<feed>` when something in it has neither area nor footprint.
 */
export function coversOf(
  context: Pick<MetricContext, 'feed' | 'bounds' | 'memory'>,
  definition: { readonly by: string; readonly byWhere?: Expression | undefined },
  tally: SubjectTally,
): CoverSet {
  const features = selectBy(context, definition, tally).filter((feature) => {
    if (!feature.geometry) tally.exclude(definition.by, feature, 'no-geometry')
    return feature.geometry
  })
  const shapes = (feature: CityFeature) => shapesOf(feature, definition.by)
  const plane = planeOf(context.bounds, features)
  if (!context.memory) return coverSet(features.flatMap(shapes), plane)
  return context.memory.covers(JSON.stringify([definition.by, definition.byWhere ?? null]), features, shapes, plane)
}

/** The plane of the city, or without known bounds one round what covers. */
function planeOf(bounds: MetricContext['bounds'], features: readonly CityFeature[]): LocalPlane {
  if (bounds) return localPlane(bounds)
  const geometries = features.flatMap(({ geometry }) => (geometry ? [geometry] : []))
  return localPlane(geometries.length > 0 ? boundsOf({ type: 'GeometryCollection', geometries }) : [0, 0, 0, 0])
}

const made = new WeakMap<CityFeature, readonly CoverShape[]>()

/** What one feature covers, made once: a feature is known by its object. */
function shapesOf(feature: CityFeature, feed: string): readonly CoverShape[] {
  const known = made.get(feature)
  if (known) return known
  const shapes = coverShapes(feature.geometry, feature.footprint)
  if (!shapes) throw new CannotMeasure(`no-footprint:${feed}`)
  made.set(feature, shapes)
  return shapes
}
