import type { Catalog } from '#catalog/schema.ts'
import { type ListRequest, openList, openRow, type RowsListed, showRows, showTool } from '#state/lists.ts'
import { setView, useView, type Workspace } from '#state/view.ts'
import { mapFeeds } from '../table/mapFeeds'
import { LISTS, listFeeds } from '../table/responseFeeds'

/** A feature with its sheet, at the response desk. */
export interface FeatureDoor {
  readonly to: 'feature'
  readonly feed: string
  readonly mapId: number
}

/** What stands behind a figure, and is opened by it. */
export type Door =
  | FeatureDoor
  /** Features of a feed: all, or those of a filter or part. */
  | ({ readonly to: 'list' } & ListRequest)
  /** Rows of the standard. */
  | ({ readonly to: 'rows' } & Partial<RowsListed>)
  /** A row of the standard with the features behind it. */
  | { readonly to: 'row'; readonly indicator: string; readonly metric?: string | null }
  /** A tool of a desk; at the planner's one that stands beside a map. */
  | { readonly to: 'tool'; readonly tool: string; readonly desk: 'plan' | 'respond'; readonly map?: string }

/**
 * Opens what is behind a figure at the desk that has it: the one at work, where it can; from a wall that of the record. The
 * map on show stays, unless it does not have the feed.
 */
export function openDoor(catalog: Pick<Catalog, 'feeds' | 'layers' | 'maps'>, door: Exclude<Door, FeatureDoor>): void {
  const { workspace, map } = useView.getState()
  switch (door.to) {
    case 'list': {
      const { to: _, ...request } = door
      const { feed } = request
      setView({ workspace: deskOf(catalog, feed, workspace), map: mapOf(catalog, feed, map) })
      openList(request)
      return
    }
    case 'rows':
      showRows({ standing: door.standing ?? null, category: door.category ?? null })
      setView({ workspace: 'plan', indicator: null, metric: null })
      return
    case 'row':
      openRow(door.indicator, door.metric)
      return
    case 'tool':
      showTool(door.tool)
      setView({
        workspace: door.desk,
        ...(door.map !== undefined && { map: door.map }),
        ...(door.desk === 'plan' && { indicator: null, metric: null }),
      })
  }
}

type Listing = Parameters<typeof openDoor>[0]

/** The response desk lists incidents, hazards and resources; the planner's every feed. */
function deskOf(catalog: Listing, feed: string, now: Workspace): Workspace {
  const responds = LISTS.some((list) => listFeeds(catalog, list).includes(feed))
  return now === 'plan' || !responds ? 'plan' : 'respond'
}

function mapOf(catalog: Listing, feed: string, now: string): string {
  const has = (map: string): boolean => mapFeeds(catalog, map).includes(feed)
  return has(now) ? now : (catalog.maps.find(({ id }) => has(id))?.id ?? now)
}
