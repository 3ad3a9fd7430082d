/** Drawn layers that answer to the pointer, with the feed and the source behind each. */
export type Pickable = ReadonlyMap<string, { readonly feed: string; readonly source: string }>
