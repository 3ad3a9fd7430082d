import type { WorkingCalendar } from '#core/model/workingCalendar.ts'
import type { Catalog, CatalogFeed } from './schema'

/** The working days of a feed: its own calendar, or the one it names; null where it has none. */
export function calendarOf(catalog: Catalog, { calendar }: CatalogFeed): WorkingCalendar | null {
  return typeof calendar === 'string' ? (catalog.calendars[calendar] ?? null) : (calendar ?? null)
}
