import { greatCircleDistance } from '#core/geo/sphere.ts'
import type { FeatureDetail } from '#engine/engineApi.ts'

export interface Near {
  readonly resource: FeatureDetail
  /** Great-circle distance, metres. */
  readonly metres: number
}

/** The `most` resources nearest to a place by great circle; the feature itself and those without a place are left out. */
export function nearestTo(
  from: Pick<FeatureDetail, 'feed' | 'id'>,
  place: readonly [number, number],
  resources: readonly FeatureDetail[],
  most: number,
): readonly Near[] {
  const [longitude, latitude] = place
  return resources
    .flatMap((resource) => {
      if (!resource.at || (resource.feed === from.feed && resource.id === from.id)) return []
      return [{ resource, metres: greatCircleDistance([longitude, latitude], [...resource.at]) }]
    })
    .sort((a, b) => a.metres - b.metres || a.resource.id.localeCompare(b.resource.id))
    .slice(0, most)
}
