import { greatCircleDistance } from '#core/geo/sphere.ts'
import { describeFeature, type FeatureDetail } from '#feeds/store/describeFeature.ts'
import type { Answers } from '../world/worldView'

export interface NearestRequest {
  /** [longitude, latitude], WGS84. */
  readonly at: readonly [number, number]
  /** Feeds that are looked through. */
  readonly feeds: readonly string[]
  readonly limit: number
  /** The feature that is asked from: it is not its own neighbour. */
  readonly but?: { readonly feed: string; readonly id: string } | undefined
}

export interface Nearest {
  readonly feature: FeatureDetail
  /** Great-circle distance, metres. */
  readonly metres: number
}

/** Questions of the emergency desk. */
export interface ResponseVerbs {
  /** What stands nearest by straight line, at the place of its marker; what has no place is left out. Ties by id. */
  nearest(request: NearestRequest): readonly Nearest[]
}

export const responseVerbs = (): Answers<ResponseVerbs> => ({
  nearest(view, { at, feeds, limit, but }) {
    const [longitude, latitude] = at
    return feeds
      .flatMap((id) => {
        const feed = view.stored(id)
        return (feed?.features ?? []).flatMap((each): Nearest[] => {
          if (!feed || (but?.feed === id && but.id === each.id)) return []
          const feature = describeFeature(id, feed.record, each)
          return feature.at ? [{ feature, metres: greatCircleDistance([longitude, latitude], [...feature.at]) }] : []
        })
      })
      .sort((a, b) => a.metres - b.metres || (a.feature.id < b.feature.id ? -1 : 1))
      .slice(0, limit)
  },
})
