import { caseClock, type ReadCaseClock } from '#core/cases/caseClock.ts'
import type { WorkingCalendar } from '#core/model/feedDefinitions.ts'
import type { Catalog, CatalogFeed } from './schema'

/** The working days of a feed: its own calendar, or the one it names; null where it has none. */
export function calendarOf(catalog: Catalog, { calendar }: CatalogFeed): WorkingCalendar | null {
  return typeof calendar === 'string' ? (catalog.calendars[calendar] ?? null) : (calendar ?? null)
}

const readers = new WeakMap<CatalogFeed, ReadCaseClock>()

/** The clock of a feed's cases, by its definition and calendar; without a definition it times and sets no limit. */
export function caseClockOf(catalog: Catalog, feed: CatalogFeed): ReadCaseClock {
  const known = readers.get(feed)
  if (known) return known
  const made = caseClock(feed.clock ?? { limits: {}, dueSoon: 0 }, calendarOf(catalog, feed))
  readers.set(feed, made)
  return made
}
