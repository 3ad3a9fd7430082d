import type { LoadedCatalog } from '#catalog/loadCatalog.ts'
import { feedsOfMetric } from '#core/indicators/metricFacts.ts'
import { applyOverrides } from '#core/indicators/overrides.ts'
import type { IndicatorDefinition } from '#core/model/metricDefinition.ts'
import type { Arguments } from './parseArguments'

export type NamesResult =
  | { readonly ok: true; readonly indicators: readonly IndicatorDefinition[] }
  | { readonly ok: false; readonly faults: readonly string[] }

/** What the command line names, against the catalog; and the indicators with `--set` applied. Every fault is named. */
export function checkNames(
  { scope, only, overrides }: Arguments,
  { catalog, standard }: Extract<LoadedCatalog, { ok: true }>,
): NamesResult {
  const faults: string[] = []
  if (scope !== null && !catalog.scopes.some(({ id }) => id === scope)) {
    faults.push(`--scope: expected ${list(catalog.scopes.map(({ id }) => id))}, found ${scope}`)
  }
  const rows = new Set(standard.rows.map(({ id }) => id))
  for (const id of only ?? []) if (!rows.has(id)) faults.push(`--only: expected ids of the standard, found ${id}`)
  const applied = applyOverrides(catalog.indicators, overrides)
  if (!applied.ok) return { ok: false, faults: [...faults, ...applied.faults.map(({ message }) => `--set ${message}`)] }
  const feeds = new Set(catalog.feeds.map(({ id }) => id))
  for (const { id, metrics } of applied.indicators) {
    for (const [metric, definition] of Object.entries(metrics)) {
      for (const feed of feedsOfMetric(definition)) {
        if (!feeds.has(feed)) faults.push(`--set ${id}.${metric}: expected the id of a listed feed, found ${feed}`)
      }
    }
  }
  return faults.length > 0 ? { ok: false, faults } : { ok: true, indicators: applied.indicators }
}

const list = (ids: readonly string[]): string =>
  ids.length === 0 ? 'none (the catalog has no scopes)' : ids.join(', ')
