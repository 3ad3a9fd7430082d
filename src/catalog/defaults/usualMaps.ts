import type { CatalogCard, WrittenCard } from '../cards/cards'
import type { Catalog, CatalogFeed, CatalogLayer, CatalogMap, WrittenCatalog, WrittenMap } from '../schema'
import { RECORD_DEFAULTS, USUAL_MAPS, type UsualMap } from './recordDefaults'
import type { SeenFeed } from './seenFeed'

/** What maps are made from. */
export interface MapMakings {
  readonly feeds: readonly CatalogFeed[]
  readonly layers: readonly CatalogLayer[]
  readonly indicators: WrittenCatalog['indicators']
  readonly seen: ReadonlyMap<string, SeenFeed>
}

/** The panorama also takes up other maps' subjects, until one look would no longer take it in. */
const PANORAMA_LAYERS = 8
/** A wall has few headline numbers. */
const MOST_ROWS = 3
const MOST_FEEDS = 5

const isUsual = (id: string): id is UsualMap => Object.hasOwn(USUAL_MAPS, id)

const recordOf = ({ feeds }: MapMakings, layer: CatalogLayer) => {
  const feed = feeds.find(({ id }) => id === layer.feed)
  return feed && RECORD_DEFAULTS[feed.record]
}

/** The maps of a catalog that lists none: the panorama, and each of the others that something in the city is a subject of. */
export function usualMaps(makings: MapMakings): readonly WrittenMap[] {
  const subjects = new Set(makings.feeds.flatMap(({ record }) => RECORD_DEFAULTS[record].maps))
  return (Object.keys(USUAL_MAPS) as UsualMap[])
    .filter((id) => id === 'panorama' || subjects.has(id))
    .map((id) => ({ id, lenses: [] }))
}

/** A map with everything it leaves out. */
export function usualMap(map: WrittenMap, makings: MapMakings): CatalogMap {
  const title = map.title ?? (isUsual(map.id) ? USUAL_MAPS[map.id] : { zh: map.id })
  const layers = map.layers ?? layersOf(map.id, makings)
  const cards = map.cards ?? cardsOf(map.id, layers, makings)
  return { ...map, title, layers: [...layers], cards: cards.map((card) => titled(card, makings)) }
}

/** Ids of the layers of a map: its subjects, then the ground under them. Of a map of the city's own, all. */
function layersOf(id: string, makings: MapMakings): readonly string[] {
  const drawn = makings.layers.filter(({ base }) => !base)
  if (!isUsual(id)) return drawn.map((layer) => layer.id)
  const isSubject = (layer: CatalogLayer) => recordOf(makings, layer)?.maps.includes(id) ?? false
  const isGround = (layer: CatalogLayer) => recordOf(makings, layer)?.isGround ?? false
  const subjects = drawn.filter((layer) => isSubject(layer) && !isGround(layer))
  const ground = drawn.filter(isGround)
  const others = drawn.filter((layer) => !isSubject(layer) && !isGround(layer))
  const room = id === 'panorama' ? Math.max(0, PANORAMA_LAYERS - subjects.length - ground.length) : 0
  return [...others.slice(0, room), ...subjects, ...ground].map((layer) => layer.id)
}

/** The stars where the city measures anything, the rows measured from what the map shows, its feeds, and how current they are. */
function cardsOf(id: string, layers: readonly string[], makings: MapMakings): readonly WrittenCard[] {
  const { feeds, indicators, seen } = makings
  const drawn = makings.layers.filter((layer) => layers.includes(layer.id) && !layer.base)
  const shown = feeds.filter((feed) => drawn.some((layer) => layer.feed === feed.id))
  const own = shown.filter(({ record }) => id === 'panorama' || !RECORD_DEFAULTS[record].isGround)
  const measured = indicators.filter(({ metrics }) => Object.keys(metrics).length > 0)
  const hasRows = measured.length > 0 || feeds.some(({ record }) => record === 'reported')
  const rows = id === 'panorama' ? measured : measured.filter(({ metrics }) => namesOneOf(metrics, own))
  return [
    ...(hasRows ? [{ kind: 'star-ribbon' } as const] : []),
    ...(hasRows && id === 'panorama' ? [{ kind: 'star-summary' } as const] : []),
    ...rows.slice(0, MOST_ROWS).map((row) => ({ kind: 'indicator' as const, indicator: row.id, also: [] })),
    ...own
      .slice(0, MOST_FEEDS)
      .flatMap((feed) => RECORD_DEFAULTS[feed.record].cards({ feed, seen: seen.get(feed.id) ?? null })),
    { kind: 'feeds' },
  ]
}

/** Whether a metric is about one of the feeds. */
function namesOneOf(metrics: Catalog['indicators'][number]['metrics'], feeds: readonly CatalogFeed[]): boolean {
  const named = new Set(Object.values(metrics).flatMap((metric) => Object.values(metric)))
  return feeds.some(({ id }) => named.has(id))
}

/** A card about a feed is called as the feed where it has no name of its own. */
function titled(card: WrittenCard, { feeds }: MapMakings): CatalogCard {
  if (!('feed' in card)) return card
  const feed = feeds.find(({ id }) => id === card.feed)
  return { ...card, title: card.title ?? feed?.title ?? { zh: card.feed, en: undefined } }
}
