import type { Catalog, CatalogFeed } from '#catalog/schema.ts'
import type { CityFeature } from '#core/model/feature.ts'
import type { Standard } from '#core/model/standard.ts'
import type { EngineEvent } from './engineEvents'
import type { WorldView } from './world/worldView'

export interface OpenCity {
  readonly catalog: Catalog
  readonly standard: Standard
  /** Feeds each row of the standard needs, its scope's and the reported ones included. */
  readonly feedsByIndicator: Readonly<Record<string, readonly string[]>>
}

/** URL under which the map can read bytes, and the way to let go of it. Bytes are made only where somebody will read them. */
export interface Publisher {
  publish(bytes: () => Uint8Array): string
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
 * What the verbs of the engine work with besides the world that is asked about. A group of verbs is one file: its
 * interface, and a factory over this context; `engineApi` extends the interface, `verbs` names its verbs,
 * `createCityEngine` calls the factory.
 */
export interface EngineContext extends Publisher {
  /** Throws before `openCatalog`. */
  city(): OpenCity
  feed(id: string): CatalogFeed | undefined
  /** The city as it is. */
  readonly now: WorldView
  /** The app's time, epoch milliseconds. */
  liveNow(): number
  /** Changes to a feed since it was read, as they came, by id; null: gone. Kept for feeds that rows of the standard use. */
  changed(feed: string): ReadonlyMap<string, unknown>
  /** Hears every change to a feed that is there, after it is made: of the channel, of a new reading, of time alone. */
  onChange(listener: (batch: ChangeBatch) => void): void
  /** Hears of every feature that came as it had been before what is held of it, which stays. */
  onLate(listener: (feed: string, feature: CityFeature) => void): void
  /** Hears the live time once a second. */
  onTick(listener: (now: number) => void): void
  /** Tells the page. */
  emit(event: EngineEvent): void
}
