import type { Geometry } from 'geojson'
import { placeFeeds } from '#catalog/placeFeeds.ts'
import type { Expression } from '#core/model/compileExpression.ts'
import type { Datum } from '#core/model/datum.ts'
import type { CityFeature } from '#core/model/feature.ts'
import type { FeedReport } from '#core/model/feedReport.ts'
import { patternOf } from '#core/planning/patternOf.ts'
import { boundsOfFeatures, describeFeature, type FeatureDetail, placeOfFeature } from '#feeds/store/describeFeature.ts'
import { featuresText } from '#feeds/store/featuresText.ts'
import { inSight } from '#feeds/store/inSight.ts'
import { zoneAt } from '#feeds/store/namedZones.ts'
import { type RowPlace, type TableRow, tableRows } from '#feeds/store/tableRows.ts'
import { breakdownFeatures, totalFeatures } from '#feeds/store/tallyFeatures.ts'
import type { EngineContext } from '../EngineContext'
import type { SearchHit } from '../search/searchHit'
import type { Answers, WorldView } from '../world/worldView'

/** How a feed stands in a world. */
export interface FeedState {
  readonly report: FeedReport
  /** [west, south, east, north], or null when nothing has a place. */
  readonly bounds: readonly [number, number, number, number] | null
  /** Property names seen, for tables. */
  readonly properties: readonly string[]
  /** Types of GeoJSON geometry seen. */
  readonly geometries: readonly string[]
}

export interface RowsRequest {
  readonly feed: string
  /** Property names; `id`, `name`, `time` are always known. */
  readonly columns: readonly string[]
  readonly where?: Expression | undefined
  readonly scope?: string | null | undefined
  readonly sort?: { readonly column: string; readonly descending: boolean } | undefined
  readonly limit?: number | undefined
  /** Rows that are to say where they are: those without a name, or all. */
  readonly places?: 'unnamed' | 'all' | undefined
}

/** Features of a feed, to be taken away. */
interface FeaturesRequest {
  readonly feed: string
  readonly where?: Expression | undefined
  readonly scope?: string | null | undefined
  /** Stated in the file; WGS84 when absent. */
  readonly datum?: Datum | undefined
}

export interface Rows {
  readonly total: number
  readonly rows: readonly TableRow[]
}

interface BreakdownRequest {
  readonly feed: string
  readonly by: string
  readonly where?: Expression | undefined
  readonly scope?: string | null | undefined
}

interface TotalRequest {
  readonly feed: string
  /** Property to add up; features are counted when absent. */
  readonly sum?: string | undefined
  readonly where?: Expression | undefined
  readonly scope?: string | null | undefined
}

interface PatternRequest {
  readonly feed: string
  /** Features that are a model for a new one. */
  readonly where?: Expression | undefined
}

/** Questions about the features of a feed. */
export interface DataVerbs {
  rows(request: RowsRequest): Rows
  /** The features that `rows` of the same condition lists, as a GeoJSON file with the catalog's property names. */
  featuresFile(request: FeaturesRequest): Blob
  feature(feed: string, mapId: number): FeatureDetail | null
  /** Looks a feature up by its text id, for links. */
  find(feed: string, id: string): FeatureDetail | null
  /** Outline or place of a feature; null where it is gone or has none. */
  shape(feed: string, id: string): Geometry | null
  /** How a feed stands; null while it is not there. */
  feedState(feed: string): FeedState | null
  /** Feeds that are in; see `searchCity`. */
  search(text: string, limit: number): Promise<readonly SearchHit[]>
  /** [west, south, east, north] of a scope; null while its feed is not in, or when it selects nothing. */
  scopeBounds(scope: string): readonly [number, number, number, number] | null
  breakdown(request: BreakdownRequest): readonly { readonly value: string; readonly count: number }[]
  /** What a new feature of a feed is like; see `patternOf`. */
  pattern(request: PatternRequest): Readonly<Record<string, string | number | boolean>>
  /** Null when the feed is not there or no feature has the property. */
  total(request: TotalRequest): { readonly value: number; readonly features: number } | null
}

export function dataVerbs(context: EngineContext): Answers<DataVerbs> {
  const { city } = context
  /** Where features of a feed are, among the zones of others. */
  const placeIn = (view: WorldView, feed: string) => {
    const zones = placeFeeds(city().catalog).flatMap((id) => (id === feed ? [] : [view.features(id)]))
    return (feature: CityFeature): RowPlace => {
      const at = placeOfFeature(feature)?.at ?? null
      return { at, zone: at && zoneAt(zones, [...at]) }
    }
  }
  const describe = (view: WorldView, feedId: string, feature: CityFeature | undefined): FeatureDetail | null => {
    const feed = view.stored(feedId)
    return feed && feature
      ? inSight(describeFeature(feedId, feed.record, feature), feature, city().catalog.city.bounds)
      : null
  }
  return {
    rows: (view, request) =>
      tableRows(
        view.features(request.feed),
        view.filterOf(request.where, request.scope),
        request,
        placeIn(view, request.feed),
      ),
    featuresFile(view, { feed, where, scope, datum }) {
      const chosen = view.features(feed).filter(view.filterOf(where, scope))
      return new Blob([featuresText(chosen, context.feed(feed)?.sensitivity, datum)], { type: 'application/geo+json' })
    },
    feature: (view, feed, mapId) => describe(view, feed, view.byMapId(feed, mapId)),
    find: (view, feed, id) => describe(view, feed, view.find(feed, id)),
    shape: (view, feed, id) => view.find(feed, id)?.geometry ?? null,

    feedState(view, id) {
      const feed = view.stored(id)
      if (!feed) return null
      const { report, bounds, properties, features } = feed
      const geometries = [...new Set(features.flatMap(({ geometry }) => geometry?.type ?? []))]
      return { report, bounds, properties, geometries }
    },

    search: async (view, text, limit) => (await import('../search/searchCity')).searchCity(view, city(), text, limit),

    scopeBounds(view, id) {
      const scope = city().catalog.scopes.find((candidate) => candidate.id === id)
      return scope ? boundsOfFeatures(view.features(scope.feed).filter(view.filterOf(scope.where, null))) : null
    },

    breakdown: (view, { feed, by, where, scope }) =>
      breakdownFeatures(view.features(feed), view.filterOf(where, scope), by),

    pattern: (view, { feed, where }) => patternOf(view.features(feed), view.filterOf(where, null)),

    total: (view, { feed, sum, where, scope }) =>
      view.stored(feed) ? totalFeatures(view.features(feed), view.filterOf(where, scope), sum) : null,
  }
}
