import type { Catalog } from '../../catalog/schema'
import { feedsOfIndicator, needsReported } from '../../core/indicators/feedsOfIndicator'
import type { Standard } from '../../core/model/standard'

/**
 * Ids of the feeds that the wanted rows need, in the order of the catalog: those of their metrics, that of the scope
 * where it filters one of them, and the `reported` feeds where a row has a metric or a checklist that the catalog does
 * not measure.
 */
export function neededFeeds(
  catalog: Catalog,
  standard: Standard,
  scope: string | null,
  only: readonly string[] | undefined,
): string[] {
  const scopes = catalog.scopes.filter(({ id }) => id === scope)
  const needed = new Set<string>()
  for (const row of standard.rows) {
    if (only !== undefined && !only.includes(row.id)) continue
    const definition = catalog.indicators.find((indicator) => indicator.id === row.id)
    if (definition) for (const feed of feedsOfIndicator(definition, scopes)) needed.add(feed)
    if (needsReported(row, definition)) {
      for (const feed of catalog.feeds) if (feed.record === 'reported') needed.add(feed.id)
    }
  }
  return catalog.feeds.map(({ id }) => id).filter((id) => needed.has(id))
}
