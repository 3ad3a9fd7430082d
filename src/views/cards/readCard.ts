import type { CatalogCard } from '#catalog/schema.ts'
import type { City } from '#city/CityContext.ts'
import type { Words } from '#i18n/useWords.ts'
import type { CardReading } from './defineCard'
import { cardKinds } from './registry'

const listed = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value]

/** Names in a card that point nowhere: a feed the catalog lacks, a row the standard lacks. */
function referenceFaults(entry: CatalogCard, city: City, { t }: Words): readonly string[] {
  const inside = listed(entry.inside).map((part) => Object(part).feed)
  const feeds = [...listed(entry.feed), ...listed(entry.devices), ...inside.flatMap(listed)].filter(
    (id) => !city.catalog.feeds.some((feed) => feed.id === id),
  )
  const rows = [...listed(entry.indicator), ...listed(entry.also)].filter(
    (id) => !city.standard.rows.some((row) => row.id === id),
  )
  return [
    ...feeds.map((feed) => t('cards.unknownFeed', { feed: String(feed) })),
    ...rows.map((indicator) => t('cards.unknownIndicator', { indicator: String(indicator) })),
  ]
}

/** The card an entry of the catalog asks for, or every fault of the entry in words. */
export function readCard(entry: CatalogCard, city: City, words: Words): CardReading {
  const kind = cardKinds.get(entry.kind)
  if (!kind) return { ok: false, faults: [words.t('cards.unknownKind', { kinds: [...cardKinds.keys()].join(' ') })] }
  const reading = kind.read(entry)
  if (!reading.ok) return reading
  const faults = referenceFaults(entry, city, words)
  return faults.length > 0 ? { ok: false, faults } : reading
}
