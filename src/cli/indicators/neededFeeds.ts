import type { CatalogFeed } from '#catalog/schema.ts'
import { feedsOfIndicator, needsReported } from '#core/indicators/metricFacts.ts'
import type { IndicatorDefinition, ScopeDefinition } from '#core/model/metricDefinition.ts'
import type { Standard } from '#core/model/standard.ts'
import type { Arguments } from './parseArguments'

/**
 * Ids of the feeds that the wanted rows need, in the order of the catalog: those of their metrics, that of the scope
 * where it filters one of them, and the `reported` feeds where a row has a metric or a checklist that the catalog does
 * not measure.
 */
export function neededFeeds(
  feeds: readonly CatalogFeed[],
  indicators: readonly IndicatorDefinition[],
  standard: Standard,
  scopes: readonly ScopeDefinition[],
  { scope, only }: Pick<Arguments, 'scope' | 'only'>,
): string[] {
  const wanted = scopes.filter(({ id }) => id === scope)
  const needed = new Set<string>()
  for (const row of standard.rows) {
    if (only !== undefined && !only.includes(row.id)) continue
    const definition = indicators.find((indicator) => indicator.id === row.id)
    if (definition) for (const feed of feedsOfIndicator(definition, wanted)) needed.add(feed)
    if (needsReported(row, definition)) {
      for (const feed of feeds) if (feed.record === 'reported') needed.add(feed.id)
    }
  }
  return feeds.map(({ id }) => id).filter((id) => needed.has(id))
}
