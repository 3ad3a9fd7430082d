import type { OpenCity } from '../EngineContext'
import type { WorldView } from '../world/worldView'
import { sitedMetric, standingOf } from './sitedMetric'
import type { ServedAnswer, ServedRequest } from './sitingVerbs'

/** How the metric stands in a world, or why it cannot be told. */
export function measureServed(city: OpenCity, view: WorldView, request: ServedRequest): ServedAnswer {
  const metric = sitedMetric(city, request)
  if (!metric.ok) return { ok: false, faults: [metric.fault] }
  const standing = standingOf(city, view, request, metric.found)
  return standing.ok ? { ok: true, ...standing.found.served } : { ok: false, faults: [standing.fault] }
}
