import type { Position } from 'geojson'
import { pointIndex } from '../../geo/pointIndex'
import type { GapFeature } from '../../model/evaluation'
import type { CityFeature } from '../../model/feature'
import { CannotMeasure } from '../cannotMeasure'
import { gapFeature } from '../metricOutcome'
import { ratioResult, roundMeasure } from '../ratioResult'
import { selectBy, selectFeatures } from '../selectFeatures'
import { subjectTally } from '../subjectTally'
import { defineMethod } from './metricMethod'
import { BY, FILTERS_WITH_BY, SUBJECTS } from './parameters'

/**
 * Subject points with at least one `by` point within `metres` (great circle, ≤) / subjects. The value of a subject is its
 * distance to the nearest such point.
 */
export const near = defineMethod({
  name: 'near',
  words: { zh: '邻近比例', en: 'share near' },
  parameters: {
    subjects: { kind: 'feed', words: SUBJECTS, role: 'subjects' },
    by: { kind: 'feed', words: BY, role: 'by' },
    metres: {
      kind: 'number',
      words: { zh: '距离（米）', en: 'Distance (m)' },
      least: 0,
      as: 'plain',
      sign: '≤',
      sweep: { words: { zh: '距离', en: 'Distance' }, values: [0.8, 0.9, 1, 1.1, 1.2], factor: true, cost: 'search' },
    },
    ...FILTERS_WITH_BY,
  },
  scoped: true,
  measure: 'features',
  subjectValue: 'm',
  featureAdds: 'numerator',
  sums: [],
  reasons: {},
  unknowns: {
    'not-points': { words: { zh: '“{name}”不是点', en: '“{name}” does not hold points' }, names: 'feed' },
  },
  evaluate(definition, context) {
    const tally = subjectTally()
    const targets: Position[] = []
    for (const feature of selectBy(context, definition, tally)) {
      const positions = positionsOf(feature)
      if (positions) for (const position of positions) targets.push(position)
      else if (feature.geometry) throw new CannotMeasure(`not-points:${definition.by}`)
      else tally.exclude(definition.by, feature, 'no-geometry')
    }
    const { nearestWithin } = pointIndex(targets)
    const feed = context.feed(definition.subjects)
    const gaps: GapFeature[] = []
    let count = 0
    let total = 0
    for (const feature of selectFeatures(feed, { ...definition, scope: context.scope() }, tally)) {
      const positions = positionsOf(feature)
      if (!positions || !feature.geometry) {
        tally.exclude(feed.id, feature, feature.geometry ? 'not-a-point' : 'no-geometry')
        continue
      }
      let distance = Infinity
      for (const position of positions) distance = Math.min(distance, nearestWithin(position, definition.metres))
      const reached = distance < Infinity
      total++
      if (reached) count++
      tally.record(feed.id, feature, reached ? 'covered' : 'uncovered', reached ? roundMeasure(distance) : null)
      if (!reached && context.detail === 'gaps') gaps.push(gapFeature(context, feature, () => pointsOf(positions), 0))
    }
    return { result: ratioResult(count, total, tally), subjects: tally.subjects(), gaps }
  },
})

function positionsOf({ geometry }: CityFeature): Position[] | null {
  if (geometry?.type === 'Point') return [geometry.coordinates]
  return geometry?.type === 'MultiPoint' ? geometry.coordinates : null
}

function pointsOf(positions: Position[]): GapFeature['geometry'] {
  const [first] = positions
  return first && positions.length === 1
    ? { type: 'Point', coordinates: first }
    : { type: 'MultiPoint', coordinates: positions }
}
