import type { Catalog, WrittenCatalog, WrittenLayer } from '../schema'
import { createMarks } from './marks'
import { RECORD_DEFAULTS } from './recordDefaults'
import type { SeenFeed } from './seenFeed'
import { usualLayer } from './usualLayer'
import { usualMap, usualMaps } from './usualMaps'

const NOTHING_SEEN: ReadonlyMap<string, SeenFeed> = new Map()

/**
 * A catalog with everything it leaves out: what it says wins over every default. `seen` is what has been read of its
 * feeds, by id; the ids of layers and maps do not depend on it, only what they show.
 */
export function completeCatalog(written: WrittenCatalog, seen: ReadonlyMap<string, SeenFeed> = NOTHING_SEEN): Catalog {
  const titled = <T extends { readonly id: string; readonly title?: Catalog['city']['name'] | undefined }>(
    entry: T,
  ) => ({
    ...entry,
    title: entry.title ?? { zh: entry.id, en: undefined },
  })
  const feeds = written.feeds.map(titled)
  const marks = createMarks()
  const layers = (written.layers.length > 0 ? written.layers : usualLayers(written)).map((layer) => {
    const feed = feeds.find(({ id }) => id === layer.feed)
    return usualLayer(layer, feed, seen.get(layer.feed) ?? null, marks)
  })
  const makings = { feeds, layers, indicators: written.indicators, seen }
  return {
    ...written,
    feeds,
    layers,
    scopes: written.scopes.map(titled),
    lenses: written.lenses.map(titled),
    measures: written.measures.map(titled),
    maps: (written.maps.length > 0 ? written.maps : usualMaps(makings)).map((map) => usualMap(map, makings)),
  }
}

/** A layer for each feed that has a place. */
function usualLayers({ feeds }: WrittenCatalog): readonly WrittenLayer[] {
  return feeds
    .filter(({ record }) => RECORD_DEFAULTS[record].shapes.length > 0)
    .map(({ id }) => ({ id, feed: id, lens: [], visible: true, base: false, cluster: false }))
}

/** Properties of a feed by which its defaults may tell classes apart; null where nothing depends on a reading of it. */
export function readsOf(written: WrittenCatalog, feedId: string): readonly string[] | null {
  const feed = written.feeds.find(({ id }) => id === feedId)
  if (!feed) return null
  const isDrawnByDefault =
    written.layers.length === 0 || written.layers.some((layer) => layer.feed === feedId && !layer.style)
  const hasDefaultCards = written.maps.length === 0 || written.maps.some(({ cards }) => cards === undefined)
  return isDrawnByDefault || hasDefaultCards ? RECORD_DEFAULTS[feed.record].classesBy : null
}
