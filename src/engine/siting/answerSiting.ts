import { boundsOf } from '#core/geo/boundsOf.ts'
import { coverIndex, coverShapes } from '#core/geo/coverShape.ts'
import { predicateOf } from '#core/indicators/cannotMeasure.ts'
import { compareIds, sortedFeatures } from '#core/indicators/canonicalOrder.ts'
import type { CityFeature } from '#core/model/feature.ts'
import type { Coverer, OpenSubject, SitingTask } from '#core/siting/sitingTask.ts'
import type { OpenCity } from '../EngineContext'
import type { WorldView } from '../world/worldView'
import { candidatePlaces } from './candidatePlaces'
import { newSites } from './newSites'
import { type SitedMetric, sitedMetric, standingOf } from './sitedMetric'
import type { ServedAnswer, ServedRequest, SitingAnswer, SitingRequest } from './sitingRequest'

export { singlePoints } from './singlePoints'

/** Everything a search needs, from the city in one world. */
export function makeTask(city: OpenCity, view: WorldView, request: SitingRequest): SitingAnswer {
  const metric = sitedMetric(city, request)
  if (!metric.ok) return { ok: false, faults: [metric.fault] }
  const standing = standingOf(city, view, request, metric.found)
  if (!standing.ok) return { ok: false, faults: [standing.fault] }
  const { subjects, served, weightless } = standing.found
  const { by, method } = metric.found
  const places = candidatePlaces(city, view, request, metric.found, subjects)
  if (!places.ok) return { ok: false, faults: [places.fault] }
  const made = newSites(city, view, metric.found, places.found)
  const open = subjects.flatMap(({ feature, counts, weight }): OpenSubject[] => {
    const { id, geometry } = feature
    return counts || weight === 0 || !geometry ? [] : [{ id, geometry, weight }]
  })
  const sites = made.sites.toSorted((a, b) => compareIds(a.feature, b.feature))
  const task: SitingTask = {
    method,
    open,
    standing: method.name === 'covered' ? standingNear(view, metric.found, open).map(covererOf) : [],
    candidates: sites.map(({ feature }) => covererOf(feature)),
    edits: sites.map(({ put, footprint }) => ({ feed: by, put, ...(footprint && { footprint }) })),
    bounds: city.catalog.city.bounds,
  }
  return {
    ok: true,
    indicator: request.indicator,
    metric: metric.found.metric,
    before: served,
    demand: subjects.length,
    candidates: sites.length,
    task: new Blob([JSON.stringify(task)], { type: 'application/json' }),
    standing: made.standing,
    refused: made.refused,
    weightless,
  }
}

const covererOf = ({ id, geometry, footprint }: CityFeature): Coverer => ({
  id,
  geometry,
  ...(footprint && { footprint }),
})

/** How the metric stands in a world, or why it cannot be told. */
export function measureServed(city: OpenCity, view: WorldView, request: ServedRequest): ServedAnswer {
  const metric = sitedMetric(city, request)
  if (!metric.ok) return { ok: false, faults: [metric.fault] }
  const standing = standingOf(city, view, request, metric.found)
  return standing.ok ? { ok: true, ...standing.found.served } : { ok: false, faults: [standing.fault] }
}

/** What stands and reaches an open area or line: points are covered or are not, whatever stands. */
function standingNear(view: WorldView, { by, byWhere }: SitedMetric, open: readonly OpenSubject[]): CityFeature[] {
  const areas = open.filter(({ geometry }) => geometry.type !== 'Point')
  if (areas.length === 0) return []
  const passes = predicateOf(byWhere)
  const owner = new Map<object, CityFeature>()
  const shapes = sortedFeatures(view.features(by)).flatMap((feature) => {
    const own = passes(feature) === true ? (coverShapes(feature.geometry, feature.footprint) ?? []) : []
    for (const shape of own) owner.set(shape, feature)
    return own
  })
  const reaching = coverIndex(shapes)
  const found = new Set<CityFeature>()
  for (const { geometry } of areas) for (const shape of reaching(boundsOf(geometry))) found.add(owner.get(shape)!)
  return [...found].sort(compareIds)
}
