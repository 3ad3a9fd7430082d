import type { Catalog } from '#catalog/schema.ts'
import type { RecordKind } from '#core/model/feature.ts'

export const LISTS = ['incidents', 'hazards', 'resources'] as const
export type List = (typeof LISTS)[number]

const RECORDS: Record<List, readonly RecordKind[]> = {
  incidents: ['case', 'warning'],
  hazards: ['hazard'],
  resources: ['team', 'store', 'hospital', 'shelter', 'vehicle'],
}

/** Feeds of the catalog that belong to a list of the response desk, in the order of the list's records. */
export function listFeeds(catalog: Pick<Catalog, 'feeds'>, list: List): readonly string[] {
  return RECORDS[list].flatMap((record) => catalog.feeds.filter((feed) => feed.record === record).map(({ id }) => id))
}
