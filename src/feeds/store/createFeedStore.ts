import type { EvaluableFeed } from '#core/model/evaluation.ts'
import type { CityFeature, RecordKind } from '#core/model/feature.ts'
import type { FeedReport } from '#core/model/feedReport.ts'
import { boundsOfFeatures } from './describeFeature'

/** [west, south, east, north]. */
type FeedBounds = readonly [number, number, number, number]

/** A feed the door has let in, as it is now. */
export interface StoredFeed {
  readonly id: string
  readonly record: RecordKind
  readonly hasFootprint: boolean
  readonly features: readonly CityFeature[]
  readonly report: FeedReport
  /** URL under which the map can read the features as they were when they were last published. */
  readonly mapUrl: string
  /** Null when nothing has a place. What leaves does not narrow it. */
  readonly bounds: FeedBounds | null
  /** Property names seen, for tables. */
  readonly properties: readonly string[]
}

export interface FeedStore {
  put(feed: Omit<StoredFeed, 'bounds' | 'properties'>): StoredFeed
  /** Replaces, adds and (null) removes features by id, and takes the new report; the others stay the objects they are. */
  change(id: string, changes: ReadonlyMap<string, CityFeature | null>, report: FeedReport): void
  get(id: string): StoredFeed | undefined
  feature(id: string, mapId: number): CityFeature | undefined
  find(id: string, featureId: string): CityFeature | undefined
  all(): Iterable<StoredFeed>
  /** What the evaluator sees, with `not-read` for feeds that have not come in. */
  evaluable(wanted: readonly { readonly id: string; readonly record: RecordKind }[]): ReadonlyMap<string, EvaluableFeed>
}

/** Where each feature stands in its feed's list, by text id and by map id. */
interface Positions {
  readonly byId: Map<string, number>
  readonly byMapId: Map<number, number>
}

/** The latest good state of every feed, and an index of each by id and map id. */
export function createFeedStore(): FeedStore {
  const feeds = new Map<string, StoredFeed>()
  const indexes = new Map<string, Positions>()

  const positionsOf = (feed: StoredFeed): Positions => {
    const known = indexes.get(feed.id)
    if (known) return known
    const byId = new Map(feed.features.map(({ id }, at) => [id, at]))
    const byMapId = new Map(feed.features.map(({ mapId }, at) => [mapId, at]))
    const positions = { byId, byMapId }
    indexes.set(feed.id, positions)
    return positions
  }

  return {
    put(feed) {
      const { features } = feed
      const stored = { ...feed, bounds: boundsOfFeatures(features), properties: [...namesOf(features, [])] }
      feeds.set(feed.id, stored)
      indexes.delete(feed.id)
      return stored
    },

    change(id, changes, report) {
      const feed = feeds.get(id)
      if (!feed) throw new Error(`feed ${id} has not come in`)
      const { byId, byMapId } = positionsOf(feed)
      const features = [...feed.features]
      const gone = new Set<number>()
      const come: CityFeature[] = []
      for (const [featureId, feature] of changes) {
        const at = byId.get(featureId)
        if (feature === null) {
          if (at !== undefined) gone.add(at)
          continue
        }
        come.push(feature)
        if (at === undefined) {
          byId.set(featureId, features.length)
          byMapId.set(feature.mapId, features.length)
          features.push(feature)
        } else features[at] = feature
      }
      if (gone.size > 0) indexes.delete(id)
      feeds.set(id, {
        ...feed,
        features: gone.size > 0 ? features.filter((_, at) => !gone.has(at)) : features,
        report,
        bounds: together(feed.bounds, boundsOfFeatures(come)),
        properties: [...namesOf(come, feed.properties)],
      })
    },

    get: (id) => feeds.get(id),
    feature(id, mapId) {
      const feed = feeds.get(id)
      const at = feed && positionsOf(feed).byMapId.get(mapId)
      return at === undefined ? undefined : feed?.features[at]
    },
    find(id, featureId) {
      const feed = feeds.get(id)
      const at = feed && positionsOf(feed).byId.get(featureId)
      return at === undefined ? undefined : feed?.features[at]
    },
    all: () => feeds.values(),
    evaluable: (wanted) =>
      new Map(wanted.map(({ id, record }) => [id, feeds.get(id) ?? { id, record, error: 'not-read' }])),
  }
}

function namesOf(features: readonly CityFeature[], known: readonly string[]): ReadonlySet<string> {
  const names = new Set(known)
  for (const feature of features) for (const name of Object.keys(feature.properties)) names.add(name)
  return names
}

function together(a: FeedBounds | null, b: FeedBounds | null): FeedBounds | null {
  if (!a || !b) return a ?? b
  return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])]
}
