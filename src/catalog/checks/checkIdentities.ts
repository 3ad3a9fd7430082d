import type { Methods } from '#core/indicators/methods/metricMethod.ts'
import { parametersOf } from '#core/indicators/methods/parameters.ts'
import { type Check, type Entry, entriesOf, metricsOf, type Report } from './catalogView'

const UNIQUE = { zh: '不重复的 id', en: 'an id that stands once' }

/** Ids that stand twice in their list. */
export function checkIdentities(methods: Methods): Check {
  return (catalog, report) => {
    for (const list of ['feeds', 'scopes', 'lenses', 'layers', 'maps', 'indicators', 'measures']) {
      unique(entriesOf(catalog, list), report)
    }
    for (const feed of entriesOf(catalog, 'feeds')) unique(entriesOf(feed, 'rules'), report)
    for (const { metric, method } of metricsOf(catalog, methods)) {
      for (const [key] of parametersOf(method.parameters, 'parts')) unique(entriesOf(metric, key), report)
    }
  }
}

function unique(entries: readonly Entry[], report: Report): void {
  const seen = new Set<unknown>()
  for (const { path, value } of entries) {
    if (typeof value.id !== 'string') continue
    if (seen.has(value.id)) report([...path, 'id'], value.id, UNIQUE)
    seen.add(value.id)
  }
}
