import { create } from 'zustand'

/** Values wanted by property, as text; the empty text is a property that is not filled. A feature has one of each. */
export type FeedFilter = Readonly<Record<string, readonly string[]>>

/** What the tables on show leave out, by feed; the map leaves out the same. */
export interface FiltersState {
  readonly byFeed: Readonly<Record<string, FeedFilter>>
}

export const useFilters = create<FiltersState>(() => ({ byFeed: {} }))

/** A filter without wishes is none. */
export function setFeedFilter(feed: string, filter: FeedFilter): void {
  const wishes = Object.entries(filter).filter(([, values]) => values.length > 0)
  useFilters.setState(({ byFeed: { [feed]: _, ...others } }) => ({
    byFeed: wishes.length > 0 ? { ...others, [feed]: Object.fromEntries(wishes) } : others,
  }))
}
