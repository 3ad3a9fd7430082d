import type { Catalog } from '#catalog/schema.ts'

/** A feed of cases, and the feed of closed cases of past weeks where it names one. */
export function withArchive({ feeds }: Pick<Catalog, 'feeds'>, id: string): readonly string[] {
  const archive = feeds.find((feed) => feed.id === id)?.archive
  return archive === undefined ? [id] : [id, archive]
}
