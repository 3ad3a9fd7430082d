import { type Bounds, boundsOf } from '#core/geo/boundsOf.ts'
import { discBounds } from '#core/geo/sphere.ts'
import { compareIds } from '#core/indicators/canonicalOrder.ts'
import type { CityFeature, Footprint } from '#core/model/feature.ts'
import type { Reason } from '#core/model/feedReport.ts'
import { gridPlaces, gridSize } from '#core/siting/gridPlaces.ts'
import { footprintOf } from '#feeds/door/footprintOf.ts'
import { QuarantineError } from '#feeds/door/noticeLog.ts'
import type { OpenCity } from '../EngineContext'
import type { WorldView } from '../world/worldView'
import { type CandidatePlace, newSites } from './newSites'
import type { SitedMetric } from './sitedMetric'
import { SITING_FAULTS } from './sitingFaults'
import type { SitingRequest } from './sitingRequest'

type Places =
  | { readonly ok: true; readonly found: readonly CandidatePlace[] }
  | { readonly ok: false; readonly fault: Reason }

const MOST_SQUARES = 100_000

/** The candidates as they were asked for. */
export function candidatePlaces(
  city: OpenCity,
  view: WorldView,
  request: SitingRequest,
  metric: SitedMetric,
  subjects: readonly { readonly feature: CityFeature }[],
): Places {
  const { candidates, footprint = null, properties } = request
  if ('grid' in candidates) return placesOfGrid(city, view, request, candidates.grid, metric, subjects)
  return placesOfFeed(city, view, candidates.feed, { by: metric.by, footprint, properties })
}

/** The features of a feed as candidates for another. */
export function placesOfFeed(
  city: OpenCity,
  view: WorldView,
  candidates: string,
  {
    by,
    footprint,
    properties,
  }: { readonly by: string; readonly footprint: Footprint | null } & Pick<SitingRequest, 'properties'>,
): Places {
  const feed = city.catalog.feeds.find(({ id }) => id === candidates)
  if (!feed) return { ok: false, fault: SITING_FAULTS.unknownFeed(candidates) }
  const stored = view.stored(feed.id)
  if (!stored) return { ok: false, fault: SITING_FAULTS.notRead(feed.id) }
  const own = footprintOf(footprint === null && feed.id !== by ? feed.footprint : undefined)
  const places = stored.features.toSorted(compareIds).map((feature): CandidatePlace => {
    const { id, geometry } = feature
    const place = { id, geometry, properties: properties ?? feature.properties }
    if (!own.ok) return { ...place, footprint: null, refused: own.failure.reason }
    try {
      return { ...place, footprint: footprint ?? own.evaluate(place) }
    } catch (error) {
      if (!(error instanceof QuarantineError)) throw error
      return { ...place, footprint: null, refused: error.reason }
    }
  })
  return { ok: true, found: places }
}

/** Squares over the bounds of the subjects, as far round them as a new site reaches. */
function placesOfGrid(
  city: OpenCity,
  view: WorldView,
  request: SitingRequest,
  metres: number,
  metric: SitedMetric,
  subjects: readonly { readonly feature: CityFeature }[],
): Places {
  const { footprint = null, properties = {} } = request
  const geometries = subjects.flatMap(({ feature }) => feature.geometry ?? [])
  if (geometries.length === 0) return { ok: true, found: [] }
  const bounds = boundsOf({ type: 'GeometryCollection', geometries })
  const place = (id: string, coordinates: number[]): CandidatePlace => ({
    ...{ id, properties, footprint },
    geometry: { type: 'Point', coordinates },
  })
  const [west, south, east, north] = bounds
  const trial = newSites(city, view, metric, [place('grid', [(west + east) / 2, (south + north) / 2])], {
    anywhere: true,
  })
  const [site] = trial.sites
  if (!site) {
    const [refusal] = trial.refused
    if (refusal) return { ok: false, fault: SITING_FAULTS.gridRefused(refusal.reason) }
  }
  const reach = metric.method.name === 'near' ? metric.method.metres : (site?.feature.footprint?.radius ?? 0)
  const wide = widened(bounds, reach)
  const size = gridSize(wide, metres)
  if (size > MOST_SQUARES) return { ok: false, fault: SITING_FAULTS.gridTooFine(size, MOST_SQUARES) }
  return { ok: true, found: gridPlaces(wide, metres).map(({ id, position }) => place(id, position)) }
}

function widened([west, south, east, north]: Bounds, metres: number): Bounds {
  const [w, s] = discBounds([west, south], metres)
  const [, , e, n] = discBounds([east, north], metres)
  return [w, s, e, n]
}
