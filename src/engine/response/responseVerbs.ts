import type { Position } from 'geojson'
import { insidePolygon } from '#core/geo/inside.ts'
import { greatCircleDistance } from '#core/geo/sphere.ts'
import type { CityFeature } from '#core/model/feature.ts'
import type { Reason } from '#core/model/feedReport.ts'
import { whyNotUsable } from '#core/resources/usability.ts'
import { describeFeature, type FeatureDetail } from '#feeds/store/describeFeature.ts'
import type { Answers } from '../world/worldView'

export interface NearestRequest {
  /** [longitude, latitude], WGS84. */
  readonly at: readonly [number, number]
  /** Feeds that are looked through. */
  readonly feeds: readonly string[]
  /** Most that are named of those that can be used, and of those that cannot. */
  readonly limit: number
  /** The feature that is asked from: it is not its own neighbour, and what lies in its area is at distance 0. */
  readonly from?: { readonly feed: string; readonly id: string } | undefined
}

export interface Nearest {
  readonly feature: FeatureDetail
  /** Great-circle distance, metres; 0 where one of the two lies in the area of the other. */
  readonly metres: number
}

export interface NotUsable extends Nearest {
  readonly reason: Reason
}

export interface NearestAnswer {
  readonly usable: readonly Nearest[]
  /** What stands near and cannot be used now: never in the place of something that can. */
  readonly notUsable: readonly NotUsable[]
}

/** Questions of the emergency desk. */
export interface ResponseVerbs {
  /** What stands nearest by straight line, at the place of its marker; what has no place is left out. Ties by id. */
  nearest(request: NearestRequest): NearestAnswer
}

export const responseVerbs = (): Answers<ResponseVerbs> => ({
  nearest(view, { at, feeds, limit, from }) {
    const incident = from && view.find(from.feed, from.id)
    const found = feeds
      .flatMap((id) => {
        const feed = view.stored(id)
        return (feed?.features ?? []).flatMap((each): (Nearest & { readonly reason: Reason | null })[] => {
          if (!feed || (from?.feed === id && from.id === each.id)) return []
          const feature = describeFeature(id, feed.record, each)
          if (!feature.at) return []
          const metres =
            (incident && isInside(feature.at, incident)) || isInside(at, each)
              ? 0
              : greatCircleDistance([...at], [...feature.at])
          return [{ feature, metres, reason: whyNotUsable(feed.record, each.properties) }]
        })
      })
      .sort((a, b) => a.metres - b.metres || (a.feature.id < b.feature.id ? -1 : 1))
    return {
      usable: found.flatMap(({ reason, ...near }) => (reason ? [] : [near])).slice(0, limit),
      notUsable: found.flatMap(({ reason, ...near }) => (reason ? [{ ...near, reason }] : [])).slice(0, limit),
    }
  },
})

const isInside = (place: readonly [number, number], { geometry }: CityFeature): boolean =>
  (geometry?.type === 'Polygon' || geometry?.type === 'MultiPolygon') && insidePolygon([...place] as Position, geometry)
