import type { Catalog, CatalogFeed } from '#catalog/schema.ts'
import type { Expression } from '#core/model/compileExpression.ts'
import type { EvaluableFeed } from '#core/model/evaluation.ts'
import type { CityFeature } from '#core/model/feature.ts'
import type { Standard } from '#core/model/standard.ts'
import type { StoredFeed } from '#feeds/store/createFeedStore.ts'
import type { FeatureFilter } from '#feeds/store/tallyFeatures.ts'
import type { EngineEvent } from './engineEvents'

export interface OpenCity {
  readonly catalog: Catalog
  readonly standard: Standard
  /** Feeds each row of the standard needs, its scope's and the reported ones included. */
  readonly feedsByIndicator: Readonly<Record<string, readonly string[]>>
}

/** URL under which the map can read bytes, and the way to let go of it. */
export interface Publisher {
  publish(bytes: Uint8Array): string
  withdraw(url: string): void
}

/** What came of one batch of changes to a feed. A feature absent before was new; one absent after is gone. */
export interface ChangeBatch {
  readonly feed: string
  readonly before: ReadonlyMap<string, CityFeature | undefined>
  readonly after: ReadonlyMap<string, CityFeature | undefined>
  /** The app's time at which the changes arrived, epoch milliseconds. */
  readonly arrival: number
}

/**
 * What the verbs of the engine work with. A group of verbs is one file in `verbs/`: its interface, and a factory over
 * this context; `CityEngine` extends the interface, `verbKinds` names its verbs, `createCityEngine` calls the factory.
 */
export interface EngineContext extends Publisher {
  /** Throws before `openCatalog`. */
  city(): OpenCity
  feed(id: string): CatalogFeed | undefined
  /** A feed as viewed: of the moment looked at in playback, else as it is. Undefined while it has not come in. */
  stored(feed: string): StoredFeed | undefined
  /** Its features as viewed; none while it has not come in: its card or table shows the feed's own state. */
  features(feed: string): readonly CityFeature[]
  /** Its features as they are, whatever moment is looked at. */
  liveFeatures(feed: string): readonly CityFeature[]
  byMapId(feed: string, mapId: number): CityFeature | undefined
  /** One feature as viewed, by its text id. */
  find(feed: string, id: string): CityFeature | undefined
  evaluable(feeds: readonly CatalogFeed[]): ReadonlyMap<string, EvaluableFeed>
  /** Changes to a feed since it was read, as they came, by id; null: gone. Kept for feeds that rows of the standard use. */
  changed(feed: string): ReadonlyMap<string, unknown>
  /** What a question with this filter and scope is about. Throws for an expression that is no predicate. */
  filterOf(where: Expression | undefined, scope: string | null | undefined): FeatureFilter
  /** The app's time as viewed, epoch milliseconds: the moment looked at in playback, else `liveNow()`. */
  now(): number
  liveNow(): number
  publishJson(value: unknown): string
  /** Hears every change to a feed that is there, after it is made: of the channel, of a new reading, of time alone. */
  onChange(listener: (batch: ChangeBatch) => void): void
  /** Hears the live time once a second. */
  onTick(listener: (now: number) => void): void
  /** Tells the page. */
  emit(event: EngineEvent): void
}
