import { create } from 'zustand'
import type { ListPart } from './lists'
import { type FeedFilter, setTable } from './view'

/** What the tables on show leave out, by feed; the map leaves out the same. */
export interface FiltersState {
  readonly byFeed: Readonly<Record<string, FeedFilter>>
  /** Of its feed only this. */
  readonly part: ListPart | null
}

export const useFilters = create<FiltersState>(() => ({ byFeed: {}, part: null }))

/** Filters the table of a feed; a filter without wishes is none. The map follows while that table is on show. */
export function setFeedFilter(feed: string, filter: FeedFilter): void {
  const wishes = Object.entries(filter).filter(([, values]) => values.length > 0)
  setTable(feed, { filter: wishes.length > 0 ? Object.fromEntries(wishes) : undefined })
}

/** Leaves out on the map what the table on show leaves out; undefined: nothing. */
export function filterMap(feed: string, filter: FeedFilter | undefined): void {
  useFilters.setState(({ byFeed: { [feed]: _, ...others } }) => ({
    byFeed: filter ? { ...others, [feed]: filter } : others,
  }))
}

/** Draws on the map only the part that the table on show lists; null: all. */
export const listPartOnMap = (part: ListPart | null): void => useFilters.setState({ part })
