import { create } from 'zustand'

export const WORKSPACES = ['screen', 'plan', 'respond'] as const
export type Workspace = (typeof WORKSPACES)[number]

/** Where the camera is: shareable through the URL, owned by the map, mirrored here when it comes to rest. */
export interface Camera {
  readonly longitude: number
  readonly latitude: number
  readonly zoom: number
  readonly bearing: number
  readonly pitch: number
}

/** Values wanted by property, as text; the empty text is a property that is not filled. A feature has one of each. */
export type FeedFilter = Readonly<Record<string, readonly string[]>>

export interface TableSort {
  readonly column: string
  readonly descending: boolean
}

/** What somebody made of the table of a feed. */
export interface TableView {
  /** Null: in the order of the feed. Absent: in the order the table has at first. */
  readonly sort?: TableSort | null | undefined
  readonly filter?: FeedFilter | undefined
}

/** Everything a shared link restores. The URL hash is its only other home. */
export interface ViewState {
  readonly workspace: Workspace
  /** Id of a map of the catalog. */
  readonly map: string
  /** Scope id; null: the whole city. */
  readonly scope: string | null
  /** Layer visibility that differs from the catalog's default. */
  readonly layerVisibility: Readonly<Record<string, boolean>>
  /** How strongly layers are drawn, per cent of the catalog's opacity, 10 to 99; a layer in full stands nowhere here. */
  readonly layerOpacity: Readonly<Record<string, number>>
  /** Row of the standard that is open, with the metric shown. */
  readonly indicator: string | null
  readonly metric: string | null
  readonly lens: string | null
  /** Feed that the table of a desk was set to; null, or one that the desk does not offer: its first. */
  readonly table: string | null
  /** By feed. */
  readonly tables: Readonly<Record<string, TableView>>
  /** Null until the map has come to rest once, or the URL gave one. */
  readonly camera: Camera | null
  /** Buildings stand up in 3-D. */
  readonly buildings3d: boolean
}

export const initialView: ViewState = {
  workspace: 'screen',
  map: 'panorama',
  scope: null,
  layerVisibility: {},
  layerOpacity: {},
  indicator: null,
  metric: null,
  lens: null,
  table: null,
  tables: {},
  camera: null,
  buildings3d: false,
}

export const useView = create<ViewState>(() => initialView)
export const setView = (change: Partial<ViewState>): void => useView.setState(change)

/** Changes what is asked of the table of a feed, on show or not. */
export function setTable(feed: string, change: TableView): void {
  const { tables } = useView.getState()
  setView({ tables: { ...tables, [feed]: { ...tables[feed], ...change } } })
}
