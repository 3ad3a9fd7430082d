import type { FeatureDetail } from '#engine/engineApi.ts'
import { flyTo } from '#map/camera/cameraOf.ts'
import { type FeatureRef, select } from '#state/selection.ts'

/** Selects a feature found by its detail, and brings the map to it: areas and lines are seen whole. */
export function pickFeature(detail: FeatureDetail): FeatureRef {
  const { feed, mapId, id, at, bounds } = detail
  const feature = { feed, mapId, id }
  select({ kind: 'feature', feature, at })
  if (bounds && (bounds[2] > bounds[0] || bounds[3] > bounds[1])) flyTo(bounds)
  else if (at) flyTo(at)
  return feature
}
