import Flatbush from 'flatbush'
import type { Position } from 'geojson'
import { discBounds } from '../geo/discBounds'
import { greatCircleDistance } from '../geo/greatCircleDistance'
import type { CityFeature } from '../model/feature'
import type { NearMetric } from '../model/metricDefinition'
import { CannotMeasure } from './cannotMeasure'
import { gapFeature } from './gapFeature'
import type { GapFeature, MetricContext, MetricOutcome } from './metricOutcome'
import { ratioResult } from './ratioResult'
import { roundMeasure } from './rounding'
import { selectBy, selectFeatures } from './selectFeatures'
import { subjectTally } from './subjectTally'

/** Rounding of a computed distance, metres: a point this little beyond `metres` is at `metres`. */
const ROUNDING = 1e-6

/**
 * Subject points with at least one `by` point within `metres` (great circle, ≤) / subjects. The value of a subject is its
 * distance to the nearest such point.
 */
export function near(definition: NearMetric, context: MetricContext): MetricOutcome {
  const tally = subjectTally()
  const targets: Position[] = []
  for (const feature of selectBy(context, definition, tally)) {
    const positions = positionsOf(feature)
    if (positions) targets.push(...positions)
    else if (feature.geometry) throw new CannotMeasure(`not-points:${definition.by}`)
    else tally.exclude(definition.by, feature, 'no-geometry')
  }
  const nearest = nearestWithin(targets, definition.metres)
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
    const distance = Math.min(...positions.map(nearest))
    const reached = distance < Infinity
    total++
    if (reached) count++
    tally.record(feed.id, feature, reached ? 'covered' : 'uncovered', reached ? roundMeasure(distance) : null)
    if (!reached) gaps.push(gapFeature(context, feature, pointsOf(positions), 0))
  }
  return { result: ratioResult(count, total, tally), subjects: tally.subjects(), gaps }
}

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

/** Distance to the nearest target within `metres`, Infinity when there is none. */
function nearestWithin(targets: readonly Position[], metres: number): (from: Position) => number {
  if (targets.length === 0) return () => Infinity
  const tree = new Flatbush(targets.length)
  for (const [longitude, latitude] of targets) tree.add(longitude!, latitude!)
  tree.finish()
  return (from) => {
    let nearest = Infinity
    for (const index of tree.search(...discBounds(from, metres))) {
      const distance = greatCircleDistance(from, targets[index]!)
      if (distance <= metres + ROUNDING && distance < nearest) nearest = distance
    }
    return nearest
  }
}
