import { coverShapes } from '#core/geo/coverShape.ts'
import { predicateOf } from '#core/indicators/cannotMeasure.ts'
import { sortedFeatures } from '#core/indicators/canonicalOrder.ts'
import { evaluate } from '#core/indicators/evaluate.ts'
import { overriddenIndicators } from '#core/indicators/overrides.ts'
import type { CityFeature } from '#core/model/feature.ts'
import type { OpenSubject } from '#core/siting/sitingTask.ts'
import { withoutEach } from '#core/siting/withoutEach.ts'
import type { OpenCity } from '../EngineContext'
import { runSteps } from '../jobs/steps'
import type { WorldView } from '../world/worldView'
import { starWithout } from './rerated'
import { metricsBy, type SitedMetric, type Standing, standingOf } from './sitedMetric'
import type { SinglePoint, SinglePoints, SinglePointsRequest } from './sitingRequest'

interface Run {
  readonly check: () => void
  readonly progress?: ((done: number, of: number) => void) | undefined
}

/** What one metric of a row loses with each site. */
interface Losses {
  readonly indicator: string
  readonly metric: string
  /** Feed of the subjects. */
  readonly subjects: string
  readonly bySite: ReadonlyMap<string, readonly OpenSubject[]>
}

/** Each site of a feed switched off in turn: what the rows that count by it would lose, the worst first. */
export async function singlePoints(
  city: OpenCity,
  view: WorldView,
  request: SinglePointsRequest,
  { check, progress }: Run,
): Promise<SinglePoints> {
  const { catalog, standard } = city
  const { feed, scope, overrides, weight } = request
  const losses: Losses[] = []
  const unmeasured: SinglePoints['unmeasured'][number][] = []
  const definitions = overriddenIndicators({ indicators: catalog.indicators, overrides })
  const asked = standard.rows.flatMap(({ id }) =>
    metricsBy(definitions.get(id), feed).map((metric) => ({ id, metric })),
  )
  for (const [at, { id: indicator, metric }] of asked.entries()) {
    const standing = standingOf(city, view, { scope, indicator, metric: metric.metric, overrides, weight }, metric)
    if (!standing.ok) {
      unmeasured.push({ indicator, metric: metric.metric, reason: standing.fault })
      continue
    }
    const bySite = await runSteps(lossesOf(city, view, metric, standing.found), {
      check,
      progress: (done, of) => progress?.(at * of + done, asked.length * of),
    })
    losses.push({ indicator, metric: metric.metric, subjects: metric.subjects, bySite })
  }

  const { indicators, scopes, city: place } = catalog
  const input = {
    ...{ standard, indicators, scopes, scope, overrides, feeds: view.evaluable(catalog.feeds), bounds: place.bounds },
    only: [...new Set(losses.map(({ indicator }) => indicator))],
  }
  const bases = new Map(evaluate(input).indicators.map((row) => [row.id, row]))
  const stars = new Map<string, number | null>()
  const points = sortedFeatures(view.features(feed)).flatMap(({ id, mapId }): SinglePoint[] => {
    const lost = losses.filter(({ bySite }) => bySite.has(id))
    if (lost.length === 0) return []
    const places = new Map(
      lost.flatMap(({ bySite, subjects }) =>
        bySite.get(id)!.map((each) => [JSON.stringify([subjects, each.id]), { ...each, feed: subjects }] as const),
      ),
    )
    const rows = [...new Set(lost.map(({ indicator }) => indicator))].flatMap((indicator) => {
      const base = bases.get(indicator)
      const row = standard.rows.find((each) => each.id === indicator)
      const definition = definitions.get(indicator)
      if (!base || !row || !definition) return []
      const fewer = new Map(
        lost.flatMap((each) =>
          each.indicator === indicator ? [[each.metric, each.bySite.get(id)!.length] as const] : [],
        ),
      )
      // Many sites lose the same.
      const key = JSON.stringify([indicator, ...fewer])
      const after = stars.has(key) ? (stars.get(key) ?? null) : starWithout(row, definition, base, input, fewer)
      stars.set(key, after)
      return after === base.star ? [] : [{ indicator, before: base.star, after }]
    })
    return [
      {
        ...{ id, mapId, rows },
        starsLost: rows.reduce((sum, { before, after }) => sum + (before ?? 0) - (after ?? 0), 0),
        places: [...places.values()].map((each) => ({ feed: each.feed, id: each.id })),
        weight: [...places.values()].reduce((sum, each) => sum + each.weight, 0),
      },
    ]
  })
  points.sort((a, b) => b.starsLost - a.starsLost || b.weight - a.weight || b.places.length - a.places.length)
  return { metrics: losses.map(({ indicator, metric }) => ({ indicator, metric })), unmeasured, points }
}

function* lossesOf(
  { catalog }: OpenCity,
  view: WorldView,
  { by, byWhere, method }: SitedMetric,
  { subjects }: Standing,
): Generator<{ done: number; of: number }, ReadonlyMap<string, readonly OpenSubject[]>> {
  const passes = predicateOf(byWhere)
  const serves = (feature: CityFeature) =>
    passes(feature) === true && (method.name === 'near' || coverShapes(feature.geometry, feature.footprint) !== null)
  const sites = sortedFeatures(view.features(by)).filter((feature) => feature.geometry && serves(feature))
  const counted = subjects.flatMap(({ feature: { id, geometry }, counts, weight }): OpenSubject[] =>
    counts && geometry ? [{ id, geometry, weight }] : [],
  )
  const lost = yield* withoutEach({ method, subjects: counted, sites, bounds: catalog.city.bounds })
  return new Map(
    lost.flatMap((of, at) => (of.length === 0 ? [] : [[sites[at]!.id, of.map((each) => counted[each]!)] as const])),
  )
}
