import type { Catalog } from '#catalog/schema.ts'

/** Feeds of devices that alarm rules watch over. */
export const watchedFeeds = ({ feeds }: Pick<Catalog, 'feeds'>): readonly string[] =>
  feeds.filter(({ record, rules }) => record === 'device' && rules).map(({ id }) => id)
