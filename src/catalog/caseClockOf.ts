import { caseClock, type ReadCaseClock } from '#core/cases/caseClock.ts'
import { calendarOf } from './calendarOf'
import type { Catalog, CatalogFeed } from './schema'

const readers = new WeakMap<CatalogFeed, ReadCaseClock>()

/** The clock of a feed's cases, by its definition and calendar; without a definition it times and sets no limit. */
export function caseClockOf(catalog: Catalog, feed: CatalogFeed): ReadCaseClock {
  const known = readers.get(feed)
  if (known) return known
  const made = caseClock(feed.clock ?? { limits: {}, dueSoon: 0 }, calendarOf(catalog, feed))
  readers.set(feed, made)
  return made
}
