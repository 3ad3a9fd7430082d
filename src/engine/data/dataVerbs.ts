import type { CityFeature } from '#core/model/feature.ts'
import { boundsOfFeatures, describeFeature, type FeatureDetail } from '#feeds/store/describeFeature.ts'
import { searchFeatures } from '#feeds/store/searchFeatures.ts'
import { tableRows } from '#feeds/store/tableRows.ts'
import { breakdownFeatures, totalFeatures } from '#feeds/store/tallyFeatures.ts'
import type { EngineContext } from '../EngineContext'
import type { BreakdownRequest, Rows, RowsRequest, SearchHit, TotalRequest } from '../engineApi'

/** Questions about the features of a feed. */
export interface DataVerbs {
  rows(request: RowsRequest): Rows
  feature(feed: string, mapId: number): FeatureDetail | null
  /** Looks a feature up by its text id, for links. */
  find(feed: string, id: string): FeatureDetail | null
  search(text: string, limit: number): readonly SearchHit[]
  /** [west, south, east, north] of a scope; null while its feed is not in, or when it selects nothing. */
  scopeBounds(scope: string): readonly [number, number, number, number] | null
  breakdown(request: BreakdownRequest): readonly { readonly value: string; readonly count: number }[]
  /** Null when the feed is not there or no feature has the property. */
  total(request: TotalRequest): { readonly value: number; readonly features: number } | null
}

export function dataVerbs(context: EngineContext): DataVerbs {
  const { city, stored, features, filterOf } = context
  const describe = (feedId: string, feature: CityFeature | undefined): FeatureDetail | null => {
    const feed = stored(feedId)
    return feed && feature ? describeFeature(feedId, feed.record, feature) : null
  }
  return {
    rows: (request) => tableRows(features(request.feed), filterOf(request.where, request.scope), request),
    feature: (feed, mapId) => describe(feed, context.byMapId(feed, mapId)),
    find: (feed, id) => describe(feed, context.find(feed, id)),

    search(text, limit) {
      const feeds = city().catalog.feeds.flatMap(({ id }) => stored(id) ?? [])
      const matches = feeds.flatMap((feed) =>
        searchFeatures(feed.features, text, limit).map((match) => ({ ...match, feed })),
      )
      return matches
        .sort((a, b) => a.rank - b.rank)
        .slice(0, limit)
        .map(({ feature, feed }) => {
          const { mapId, id, record, name, at } = describeFeature(feed.id, feed.record, feature)
          return { feed: feed.id, mapId, id, name: name ?? id, record, at }
        })
    },

    scopeBounds(id) {
      const scope = city().catalog.scopes.find((candidate) => candidate.id === id)
      return scope ? boundsOfFeatures(features(scope.feed).filter(filterOf(scope.where, null))) : null
    },

    breakdown: ({ feed, by, where, scope }) => breakdownFeatures(features(feed), filterOf(where, scope), by),

    total: ({ feed, sum, where, scope }) =>
      stored(feed) ? totalFeatures(features(feed), filterOf(where, scope), sum) : null,
  }
}
