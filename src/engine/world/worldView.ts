import type { Catalog } from '#catalog/schema.ts'
import { scopeArea } from '#core/indicators/scopeArea.ts'
import { compilePredicate, type Expression } from '#core/model/compileExpression.ts'
import type { EvaluableFeed } from '#core/model/evaluation.ts'
import type { CityFeature } from '#core/model/feature.ts'
import type { World } from '#core/model/world.ts'
import type { FeedStore, StoredFeed } from '#feeds/store/createFeedStore.ts'
import { allOf, everyFeature, type FeatureFilter } from '#feeds/store/tableRows.ts'

/** The feeds of one world, to be read. */
export type FeedsView = Pick<FeedStore, 'get' | 'find' | 'feature' | 'evaluable'>

/** Feeds that are read from more than one place: `of` says from which. */
export const feedsFrom = (of: (feed: string) => FeedsView): FeedsView => ({
  get: (id) => of(id).get(id),
  find: (id, feature) => of(id).find(id, feature),
  feature: (id, mapId) => of(id).feature(id, mapId),
  evaluable: (wanted) => new Map(wanted.flatMap((feed) => [...of(feed.id).evaluable([feed])])),
})

/** The city in one world: what every question is answered from. */
export interface WorldView {
  readonly world: World
  /** The app's time in this world, epoch milliseconds: of the past its moment, else it goes on. */
  now(): number
  /** Undefined while the feed has not come in. */
  stored(feed: string): StoredFeed | undefined
  /** None while the feed has not come in: its card or table shows the feed's own state. */
  features(feed: string): readonly CityFeature[]
  /** One feature by its text id. */
  find(feed: string, id: string): CityFeature | undefined
  byMapId(feed: string, mapId: number): CityFeature | undefined
  evaluable(feeds: Parameters<FeedStore['evaluable']>[0]): ReadonlyMap<string, EvaluableFeed>
  /** What a question with this filter and scope is about. Throws for an expression that is no predicate. */
  filterOf(where: Expression | undefined, scope: string | null | undefined): FeatureFilter
}

/** The same questions answered from the view of a world: what a group of verbs is. */
export type Answers<Asked> = {
  readonly [K in keyof Asked]: Asked[K] extends (...args: infer Args) => infer Answer
    ? (view: WorldView, ...args: Args) => Answer
    : never
}

export function worldView(
  world: World,
  feeds: FeedsView,
  city: () => { readonly catalog: Pick<Catalog, 'scopes'> },
  now: () => number,
): WorldView {
  const scopeFilter = (id: string | null | undefined): FeatureFilter => {
    const definition = city().catalog.scopes.find((scope) => scope.id === id)
    const feed = definition && feeds.get(definition.feed)
    return definition && feed ? scopeArea(definition, feed).contains : everyFeature
  }
  return {
    world,
    now,
    stored: feeds.get,
    features: (feed) => feeds.get(feed)?.features ?? [],
    find: feeds.find,
    byMapId: feeds.feature,
    evaluable: feeds.evaluable,
    filterOf: (where, scope) => allOf(whereFilter(where), scopeFilter(scope)),
  }
}

function whereFilter(where: Expression | undefined): FeatureFilter {
  if (where === undefined) return everyFeature
  const predicate = compilePredicate(where)
  if (!predicate.ok) throw new Error(predicate.error)
  return (feature) => predicate.evaluate(feature) === true
}
