import type { EvaluableFeed } from '../../core/model/evaluation'
import type { CityFeature, RecordKind } from '../../core/model/feature'
import type { FeedReport } from '../../core/model/feedReport'

/** A feed the door has let in. */
export interface StoredFeed {
  readonly id: string
  readonly record: RecordKind
  readonly hasFootprint: boolean
  readonly features: readonly CityFeature[]
  readonly report: FeedReport
  /** URL of the features for the map. */
  readonly mapUrl: string
}

export interface FeedStore {
  put(feed: StoredFeed): void
  get(id: string): StoredFeed | undefined
  feature(id: string, mapId: number): CityFeature | undefined
  find(id: string, featureId: string): CityFeature | undefined
  all(): Iterable<StoredFeed>
  /** What the evaluator sees, with `not-read` for feeds that have not come in. */
  evaluable(wanted: readonly { readonly id: string; readonly record: RecordKind }[]): ReadonlyMap<string, EvaluableFeed>
}

/** The latest good reading of every feed, and an index of each by map id. */
export function createFeedStore(): FeedStore {
  const feeds = new Map<string, StoredFeed>()
  const indexes = new Map<string, ReadonlyMap<number, CityFeature>>()

  const indexOf = (feed: StoredFeed): ReadonlyMap<number, CityFeature> => {
    const known = indexes.get(feed.id)
    if (known) return known
    const index = new Map(feed.features.map((feature) => [feature.mapId, feature]))
    indexes.set(feed.id, index)
    return index
  }

  return {
    put(feed) {
      feeds.set(feed.id, feed)
      indexes.delete(feed.id)
    },
    get: (id) => feeds.get(id),
    feature(id, mapId) {
      const feed = feeds.get(id)
      return feed && indexOf(feed).get(mapId)
    },
    find: (id, featureId) => feeds.get(id)?.features.find((feature) => feature.id === featureId),
    all: () => feeds.values(),
    evaluable: (wanted) =>
      new Map(wanted.map(({ id, record }) => [id, feeds.get(id) ?? { id, record, error: 'not-read' }])),
  }
}
