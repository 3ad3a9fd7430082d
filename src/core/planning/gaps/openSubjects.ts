import type { MultiPolygon, Polygon } from 'geojson'
import { type Bounds, boundsOf } from '../../geo/boundsOf'
import type { LocalPlane } from '../../geo/localPlane'
import { localPlane } from '../../geo/localPlane'
import { lineLength } from '../../geo/sphere'
import { coversOf } from '../../indicators/coversOf'
import type { EvaluationContext } from '../../indicators/evaluationContext'
import type { MetricBehind } from '../../indicators/explain'
import { subjectOf } from '../../indicators/knownShapes'
import { feedOfRole } from '../../indicators/methods/parameters'
import { coveringFeeds, methodOf, numberOf, subjectFeed } from '../../indicators/metricFacts'
import { drawGaps } from '../../indicators/metricOutcome'
import { scopePolygons } from '../../indicators/scopeArea'
import { subjectTally } from '../../indicators/subjectTally'
import type { Expression } from '../../model/compileExpression'
import type { GapFeature } from '../../model/evaluation'
import type { CityFeature } from '../../model/feature'
import { type GapPiece, gapPieces } from './gapPieces'
import type { OpenGround } from './openGround'
import { type Providers, providers } from './providers'
import { type Refused, refusalBy } from './refusal'

/** A subject that is not covered, or not all of it. */
export interface OpenSubject {
  readonly metric: string
  readonly feed: string
  readonly subject: CityFeature
  readonly passes: boolean
  /** Its gap, that of a region in pieces. */
  readonly pieces: readonly GapPiece[]
  /** Null: it has no area. */
  readonly ground: OpenGround | null
  /** What does the covering; null: nothing does, the subject is as it is. */
  readonly providers: Providers | null
  /** Why the subject itself does not count, where nothing covers it. */
  readonly refused: Refused | null
}

/**
 * All that is open behind a metric, in the order in which its gaps are given: the uncovered parts of what is to be covered,
 * and features that do not match where a metric counts those that do, as they stand.
 * A step a gap and a metric.
 * @param parted the gaps of regions in their pieces; else only what is to be covered, whole.
 */
export function* openSubjects(
  behind: readonly MetricBehind[],
  context: EvaluationContext,
  parted: boolean,
): Generator<void, readonly OpenSubject[]> {
  const open: OpenSubject[] = []
  for (const each of behind) {
    yield* drawGaps(each.outcome.gaps)
    open.push(...openBehind(each, { ...context, memory: null }, parted))
    yield
  }
  return open
}

function openBehind(
  { metric, definition, outcome }: MetricBehind,
  // Its covers are its own: those of a memory are worked into by questions that come between.
  context: EvaluationContext,
  parted: boolean,
): OpenSubject[] {
  const feed = definition && subjectFeed(definition, context.methods)
  if (!definition || !feed || outcome.subjects.length === 0) return []
  const method = methodOf(definition, context.methods)
  const features = new Map(context.feed(feed).features.map((feature) => [feature.id, feature]))
  const states = new Map(outcome.subjects.map(({ id, state }) => [id, state]))
  const by = feedOfRole(method.parameters, definition, 'by')
  if (by === null) {
    if (!parted || !Object.hasOwn(method.parameters, 'match') || method.featureAdds === 'value') return []
    const refusal = refusalBy(expressionOf(definition.match))
    return outcome.subjects.flatMap(({ id, state }): OpenSubject[] => {
      const subject = features.get(id)
      const piece = state === 'uncovered' && subject && asItStands(subject)
      if (!piece) return []
      const { geometry } = subject
      const ground = isArea(geometry) ? { drawn: geometry, subject: geometry, limits: null, covers: null } : null
      const refused = refusal(subject)
      return [{ metric, feed, subject, passes: false, pieces: [piece], ground, providers: null, refused }]
    })
  }
  const byWhere = expressionOf(definition.byWhere)
  const covering = coveringFeeds(definition, context.methods).length > 0
  const covers = covering ? coversOf(context, { by, byWhere }, subjectTally()) : null
  const region = method.measure === 'm2'
  const limits = region ? scopePolygons(context.scope(), boundsOfAll(outcome.gaps)) : null
  const asked = providers({
    feed: by,
    features: context.feed(by).features,
    refusal: refusalBy(byWhere),
    metres: covering ? null : numberOf(definition, 'metres', context.methods),
    plane: planeOf(context, outcome.gaps),
  })
  return outcome.gaps.flatMap((gap): OpenSubject[] => {
    const subject = features.get(gap.properties.subject)
    if (!subject) return []
    const { geometry: drawn } = gap
    const area = subject.geometry
    const ground = covers && isArea(drawn) && isArea(area) ? { drawn, subject: area, limits, covers } : null
    const { area_m2, length_m = null } = gap.properties
    const pieces = region && parted ? gapPieces(gap) : [{ feature: gap, part: null, area: area_m2, length: length_m }]
    const passes = states.get(subject.id) === 'covered'
    return [{ metric, feed, subject, passes, pieces, ground, providers: asked, refused: null }]
  })
}

/** A feature that does not match is open as a whole; null: it has no place. */
function asItStands({ id, geometry }: CityFeature): GapPiece | null {
  if (!geometry || geometry.type === 'GeometryCollection') return null
  const line = geometry.type === 'LineString' || geometry.type === 'MultiLineString'
  const area = isArea(geometry) ? subjectOf(geometry).area : 0
  const length = line ? lineLength(geometry) : null
  const properties = { subject: id, indicator: '', metric: '', area_m2: area }
  return { feature: { type: 'Feature', geometry, properties }, part: null, area, length }
}

function planeOf({ bounds }: EvaluationContext, gaps: readonly GapFeature[]): LocalPlane {
  return localPlane(bounds ?? (gaps.length > 0 ? boundsOfAll(gaps) : [0, 0, 0, 0]))
}

const boundsOfAll = (gaps: readonly GapFeature[]): Bounds =>
  boundsOf({ type: 'GeometryCollection', geometries: gaps.map(({ geometry }) => geometry) })

export const isArea = (geometry: CityFeature['geometry']): geometry is Polygon | MultiPolygon =>
  geometry?.type === 'Polygon' || geometry?.type === 'MultiPolygon'

/** A catalog's definitions have passed its schema: what stands where an expression does is one. */
const expressionOf = (value: unknown): Expression | undefined => value as Expression | undefined
