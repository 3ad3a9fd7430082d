import type { MapDiff } from '#core/model/feature.ts'
import type { Reason } from '#core/model/feedReport.ts'
import type { AppClock } from '#core/model/time.ts'
import type { World } from '#core/model/world.ts'
import type { EngineEvent } from '../engineEvents'

/** What the page and the engine tell each other while the city lives. */
export interface LiveVerbs {
  /** Hears everything the engine has to tell from now on, of the present whatever is on show. One listener: the page. */
  follow(listener: (event: EngineEvent) => void): void
  /** The app's clock: real, or the demonstration clock at its speed. */
  setClock(clock: AppClock): void
  /** The snapshot asked for with this ticket was admitted, or could not be had. Null: it was. */
  snapshotDone(feed: string, ticket: number, failure: Reason | null): void
  /** Tries a waiting connection now. */
  reconnect(feed: string): void
  /**
   * Begins to follow a feed in a world for a source of the map that read `url`: the number of the view. Changes of
   * properties that are not among `reads` (null: all are) are none to it.
   */
  openMapView(world: World, feed: string, url: string, reads: ReadonlySet<string> | null): Promise<number>
  /** The view is of another world from now on. */
  turnMapView(view: number, world: World): Promise<void>
  /** The next change of the view, when there is one; null once it is closed. */
  nextMapDiff(view: number): Promise<MapDiff | null>
  closeMapView(view: number): void
}
