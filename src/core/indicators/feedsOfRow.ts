import type { IndicatorDefinition, ScopeDefinition } from '../model/metricDefinition'
import { feedsOfIndicator } from './feedsOfIndicator'

/**
 * Feeds that may be needed to evaluate a row of the standard for any of the scopes, sorted, each once: those of its
 * metrics, of the scopes, and every feed of record `reported`.
 */
export function feedsOfRow(
  row: string,
  indicators: readonly IndicatorDefinition[],
  scopes: readonly ScopeDefinition[],
  feeds: readonly { readonly id: string; readonly record: string }[],
): string[] {
  const definition = indicators.find(({ id }) => id === row)
  const reported = feeds.filter(({ record }) => record === 'reported').map(({ id }) => id)
  return [...new Set([...(definition ? feedsOfIndicator(definition, scopes) : []), ...reported])].sort()
}
