import type { MapDiff } from '#core/model/feature.ts'
import type { Reason } from '#core/model/feedReport.ts'
import type { AppClock } from '#core/model/time.ts'
import type { EngineEvent } from '../engineEvents'

/** What the page and the engine tell each other while the city lives. */
export interface LiveVerbs {
  /** Hears everything the engine has to tell from now on. One listener: the page. */
  follow(listener: (event: EngineEvent) => void): void
  /** The app's clock: real, or the demonstration clock at its speed. */
  setClock(clock: AppClock): void
  /** The snapshot asked for with this ticket was admitted, or could not be had. Null: it was. */
  snapshotDone(feed: string, ticket: number, failure: Reason | null): void
  /** Tries a waiting connection now. */
  reconnect(feed: string): void
  /**
   * Begins to follow a feed for a source of the map that read `url`: the number of the view; null for a feed that stays as
   * it is read. Changes of properties that are not among `reads` (null: all are) are none to it.
   */
  openMapView(feed: string, url: string, reads: ReadonlySet<string> | null): number | null
  /** The next change of the view, when there is one; null once it is closed. */
  nextMapDiff(view: number): Promise<MapDiff | null>
  closeMapView(view: number): void
  /** A URL of the features as viewed now; the one given before for this feed is withdrawn. */
  publishFeed(feed: string): string
}
