import { calendarOf } from '#catalog/caseClockOf.ts'
import type { Catalog, CatalogFeed } from '#catalog/schema.ts'
import { deriveCase } from '#core/cases/deriveCase.ts'
import { deriveDevice } from '#core/devices/deriveDevice.ts'
import { deriveHazard } from '#core/hazards/hazards.ts'
import type { Derivation, RecordKind } from '#core/model/feature.ts'
import { deriveWarning } from '#core/warnings/warnings.ts'

type Maker = (feed: CatalogFeed, catalog: Catalog) => Derivation | null

/** What time adds to the features of a record. Adding one is one file in core and one line here. */
const MAKERS: Partial<Record<RecordKind, Maker>> = {
  case: (feed, catalog) => (feed.clock ? deriveCase(feed.clock, calendarOf(catalog, feed)) : null),
  device: (feed) => (feed.reporting || feed.rules ? deriveDevice(feed) : null),
  hazard: () => deriveHazard(),
  warning: () => deriveWarning(),
}

/** The derivation of a feed, or null where its features are what they are whatever the time. */
export const derivationOf = (feed: CatalogFeed, catalog: Catalog): Derivation | null =>
  MAKERS[feed.record]?.(feed, catalog) ?? null
