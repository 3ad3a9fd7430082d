import type { Catalog } from '#catalog/schema.ts'
import { feedsOfIndicator, needsReported } from '#core/indicators/metricFacts.ts'
import type { IndicatorDefinition } from '#core/model/metricDefinition.ts'
import type { Standard } from '#core/model/standard.ts'

/** Feeds each row of the standard reads: its metrics', its scopes', and the reported ones where a metric has no definition. */
export function feedsByRow(
  {
    indicators,
    scopes,
    feeds,
  }: Pick<Catalog, 'scopes' | 'feeds'> & {
    readonly indicators: readonly IndicatorDefinition[]
  },
  { rows }: Standard,
): Readonly<Record<string, readonly string[]>> {
  const reported = feeds.filter((feed) => feed.record === 'reported').map((feed) => feed.id)
  return Object.fromEntries(
    rows.map((row) => {
      const definition = indicators.find((indicator) => indicator.id === row.id)
      const measured = definition ? feedsOfIndicator(definition, scopes) : []
      return [row.id, [...measured, ...(needsReported(row, definition) ? reported : [])]]
    }),
  )
}
