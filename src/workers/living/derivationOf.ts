import type { Catalog, CatalogFeed } from '../../catalog/schema'
import { deriveHazard } from '../../core/hazards/deriveHazard'
import type { Derivation } from '../../core/model/derivation'
import type { RecordKind } from '../../core/model/feature'
import { deriveWarning } from '../../core/warnings/deriveWarning'

type Maker = (feed: CatalogFeed, catalog: Catalog) => Derivation | null

/** What time adds to the features of a record. */
const MAKERS: Partial<Record<RecordKind, Maker>> = {
  hazard: deriveHazard,
  warning: deriveWarning,
}

/** The derivation of a feed, or null where its features are what they are whatever the time. */
export const derivationOf = (feed: CatalogFeed, catalog: Catalog): Derivation | null =>
  MAKERS[feed.record]?.(feed, catalog) ?? null
