import type { Catalog } from './schema'

/** Feeds whose zones, such as towns, say where something is: those that lie under every map, else all that are drawn. */
export function placeFeeds({ feeds, layers }: Pick<Catalog, 'feeds' | 'layers'>): readonly string[] {
  const drawn = layers.filter(({ feed }) => feeds.some(({ id, record }) => id === feed && record === 'zone'))
  const base = drawn.filter((layer) => layer.base)
  const wanted = new Set((base.length > 0 ? base : drawn).map(({ feed }) => feed))
  return feeds.flatMap(({ id }) => (wanted.has(id) ? [id] : []))
}
