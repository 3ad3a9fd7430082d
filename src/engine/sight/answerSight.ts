import type { Feature, MultiPolygon } from 'geojson'
import type { CatalogFeed } from '#catalog/schema.ts'
import { type SeenGround, seenGround } from '#core/devices/seenGround.ts'
import { type LocalPlane, localPlane } from '#core/geo/localPlane.ts'
import { type Obstacle, type Obstacles, obstaclesIn } from '#core/geo/visibility/obstacles.ts'
import { predicateOf, valueExpression } from '#core/indicators/cannotMeasure.ts'
import { explain } from '#core/indicators/explain.ts'
import { overriddenIndicators } from '#core/indicators/overrides.ts'
import type { Expression } from '#core/model/compileExpression.ts'
import type { EvaluateInput, Explanation } from '#core/model/evaluation.ts'
import type { CityFeature } from '#core/model/feature.ts'
import { reasonOf } from '#core/model/feedReport.ts'
import type { OpenCity } from '../EngineContext'
import { nameOf } from '../featureWords'
import { runSteps } from '../jobs/steps'
import { metricsBy } from '../siting/sitedMetric'
import type { WorldView } from '../world/worldView'
import type { Coverage, PaperSubject, SeenMetric, Sight, SightAnswer, SightRequest } from './sightRequest'

interface Run {
  readonly check: () => void
  readonly progress?: ((done: number, of: number) => void) | undefined
  readonly publish: (question: string, text: string) => string
}

type SightDefinition = NonNullable<CatalogFeed['sight']>

/** Below this share of its footprint a feature counts as cut. */
const CUT = 0.99

const FAULTS = {
  noSight: (feed: string) =>
    reasonOf(
      'no-sight',
      `目录没有说明 ${feed} 的视线`,
      `the catalog says nothing of what stands in the way of ${feed}`,
    ),
  notRead: (feed: string) => reasonOf('not-read', `数据源 ${feed} 没有读到`, `feed ${feed} was not read`),
} as const

/** A viewer with what it sees. */
interface Seeing {
  readonly feature: CityFeature
  readonly ground: SeenGround
  readonly confirmed: boolean
}

/** What the features of a feed see, and the metrics that count by them: as declared, as seen, and as checked in the field. */
export async function answerSight(
  city: OpenCity,
  view: WorldView,
  request: SightRequest,
  { check, progress, publish }: Run,
): Promise<SightAnswer> {
  const { feed } = request
  const sight = city.catalog.feeds.find(({ id }) => id === feed)?.sight
  if (!sight) return { ok: false, fault: FAULTS.noSight(feed) }
  const missing = [feed, sight.obstacles].find((id) => !view.stored(id))
  if (missing !== undefined) return { ok: false, fault: FAULTS.notRead(missing) }

  const { bounds } = city.catalog.city
  const plane = localPlane(bounds)
  const standing = view.features(sight.obstacles)
  const look = looking(sight, obstaclesOf(standing, sight, plane), plane)
  const heightOf = valueBy(sight.height)
  const all = await runSteps(lookEach(view.features(feed), look), { check, progress })
  const seeing = all.filter((each) => each !== null)
  const metrics = await runSteps(measured(city, view, request, seeing, sight), { check })
  const answer: Omit<Sight, 'url'> = {
    ok: true,
    obstacles: {
      feed: sight.obstacles,
      count: standing.length,
      refused: view.stored(sight.obstacles)?.report.quarantined.length ?? 0,
    },
    viewers: seeing.length,
    cut: seeing.filter(({ ground }) => ground.seen < CUT * ground.declared).length,
    inside: seeing.filter(({ ground }) => ground.inside).length,
    heightless: seeing.filter(({ feature }) => numberOr(heightOf(feature)) === null).length,
    declaredArea: seeing.reduce((sum, { ground }) => sum + ground.declared, 0),
    seenArea: seeing.reduce((sum, { ground }) => sum + ground.seen, 0),
    confirmed: sight.confirmed ? seeing.filter(({ confirmed }) => confirmed).length : null,
    metrics: metrics.flatMap((each) => ('why' in each ? [] : [each])),
    unmeasured: metrics.flatMap((each) => ('why' in each ? [each] : [])),
  }
  const shown = { type: 'FeatureCollection', features: seeing.map(forMap(sight)) }
  const url = publish(JSON.stringify([view.world, feed]), JSON.stringify(shown))
  return { ...answer, url }
}

type Value = (feature: CityFeature) => unknown
const valueBy = (expression: Expression | undefined): Value =>
  expression === undefined ? () => null : valueExpression(expression)
const numberOr = (value: unknown): number | null => (typeof value === 'number' && Number.isFinite(value) ? value : null)

/** Made once for a reading of the obstacles, whatever is asked of it afterwards. */
const known = new WeakMap<readonly CityFeature[], { readonly sight: SightDefinition; readonly made: Obstacles }>()

function obstaclesOf(standing: readonly CityFeature[], sight: SightDefinition, plane: LocalPlane): Obstacles {
  const before = known.get(standing)
  if (before?.sight === sight) return before.made
  const heightOf = valueBy(sight.obstacleHeight)
  const made = obstaclesIn(
    plane,
    standing.flatMap((feature): Obstacle[] => {
      const { geometry } = feature
      if (geometry?.type !== 'Polygon' && geometry?.type !== 'MultiPolygon') return []
      return [{ geometry, height: numberOr(heightOf(feature)) }]
    }),
  )
  known.set(standing, { sight, made })
  return made
}

/** What each feature saw among some obstacles: features and obstacles of a reading are what they were. */
const seen = new WeakMap<Obstacles, WeakMap<CityFeature, Seeing | null>>()

function looking(sight: SightDefinition, obstacles: Obstacles, plane: LocalPlane) {
  const [height, tilt, verticalAngle] = [valueBy(sight.height), valueBy(sight.tilt), valueBy(sight.verticalAngle)]
  const isConfirmed = sight.confirmed ? predicateOf(sight.confirmed.where) : () => false
  const before = seen.get(obstacles) ?? new WeakMap<CityFeature, Seeing | null>()
  seen.set(obstacles, before)
  return (feature: CityFeature): Seeing | null => {
    const found = before.get(feature)
    if (found !== undefined) return found
    const gaze = {
      height: numberOr(height(feature)),
      tilt: numberOr(tilt(feature)),
      verticalAngle: numberOr(verticalAngle(feature)),
    }
    const ground = seenGround(feature, gaze, obstacles, plane)
    const seeing = ground && { feature, ground, confirmed: isConfirmed(feature) === true }
    before.set(feature, seeing)
    return seeing
  }
}

function* lookEach(
  features: readonly CityFeature[],
  look: (feature: CityFeature) => Seeing | null,
): Generator<{ done: number; of: number }, (Seeing | null)[]> {
  const all: (Seeing | null)[] = []
  for (const [done, feature] of features.entries()) {
    all.push(look(feature))
    yield { done, of: features.length }
  }
  return all
}

type Measured = SeenMetric | Sight['unmeasured'][number]

/** Each metric that covers by the feed, three times. What is seen stands in for the footprints as polygons of the same features. */
function* measured(
  { catalog, standard }: OpenCity,
  view: WorldView,
  { feed, scope, overrides }: SightRequest,
  seeing: readonly Seeing[],
  sight: SightDefinition,
): Generator<{ done: number; of: number }, Measured[]> {
  const { indicators, scopes, city } = catalog
  const feeds = view.evaluable(catalog.feeds)
  const definitions = overriddenIndicators({ indicators, overrides })
  const by = (features: readonly CityFeature[]): EvaluateInput['feeds'] => {
    const base = feeds.get(feed)
    return base && !('error' in base) ? new Map(feeds).set(feed, { ...base, features }) : feeds
  }
  const asSeen = seeing.flatMap(seenAsPolygon)
  const asConfirmed = seeing.filter(({ confirmed }) => confirmed).flatMap(seenAsPolygon)
  const found: Measured[] = []
  for (const { id } of standard.rows) {
    for (const { metric, method, subjects } of metricsBy(definitions.get(id), feed)) {
      if (method.name !== 'covered') continue
      const ask = (of: EvaluateInput['feeds']): Explanation =>
        explain(
          { standard, indicators, scopes, feeds: of, scope, overrides, bounds: city.bounds, only: [id] },
          id,
          metric,
        )
      const declared = ask(feeds)
      yield { done: 0, of: 3 }
      if (declared.result.value === null) {
        found.push({ indicator: id, metric, why: declared.result.why ?? '' })
        continue
      }
      const cut = ask(by(asSeen))
      yield { done: 1, of: 3 }
      const confirmed = sight.confirmed ? ask(by(asConfirmed)) : null
      yield { done: 2, of: 3 }
      found.push({
        ...{ indicator: id, metric, subjects },
        declared: coverageOf(declared),
        seen: coverageOf(cut),
        confirmed: confirmed && coverageOf(confirmed),
        onPaper: onPaper(declared, cut, (id) => view.find(subjects, id)),
      })
    }
  }
  return found
}

const coverageOf = ({ result: { value, numerator, denominator } }: Explanation): Coverage => ({
  ...{ value, numerator, denominator },
})

const seenAsPolygon = ({ feature, ground }: Seeing): CityFeature[] => {
  const { footprint, ...rest } = feature
  return ground.geometry.coordinates.length > 0 ? [{ ...rest, geometry: ground.geometry }] : []
}

/** Those that lose most first. */
function onPaper(
  declared: Explanation,
  seen: Explanation,
  find: (id: string) => CityFeature | undefined,
): PaperSubject[] {
  const now = new Map(seen.subjects.map((subject) => [subject.id, subject]))
  const lost = declared.subjects.flatMap(({ id, state, value }): PaperSubject[] => {
    const after = now.get(id)
    const feature = find(id)
    if (state !== 'covered' || after?.state !== 'uncovered' || !feature) return []
    return [{ ...nameOf(feature), declared: value, seen: after.value }]
  })
  return lost.sort((a, b) => (a.seen ?? 0) - (b.seen ?? 0))
}

/** Makes what a feature sees a feature of the map. */
function forMap({ confirmed: field }: SightDefinition): (seeing: Seeing) => Feature<MultiPolygon> {
  const [by, at] = [valueBy(field?.by), valueBy(field?.at)]
  const text = (value: unknown): string | null => (value === null || value === undefined ? null : String(value))
  return ({ feature, ground, confirmed }) => {
    const { id, mapId, properties } = feature
    return {
      type: 'Feature',
      id: mapId,
      geometry: ground.geometry,
      properties: {
        id,
        name: properties.name ?? null,
        status: properties.status ?? null,
        confirmed,
        by: confirmed ? text(by(feature)) : null,
        at: confirmed ? text(at(feature)) : null,
        share: ground.declared > 0 ? Math.min(1, ground.seen / ground.declared) : null,
      },
    }
  }
}
