import { DEFAULT_METRIC } from '../indicators/holdsRule'
import type { IndicatorDefinition } from '../model/metricDefinition'
import type { StandardRow, StarRule } from '../model/standard'

/** Metrics that the star rules of a row name, and those they are combined of, each once. */
export function metricsOfStar(row: Pick<StandardRow, 'stars'>, definition: IndicatorDefinition | undefined): string[] {
  const found = new Set(row.stars.flatMap((rule) => (rule ? metricsOfRule(rule) : [])))
  for (const id of found) {
    const metric = definition?.metrics[id]
    if (metric?.method === 'combine') for (const part of metric.of) found.add(part)
  }
  return [...found]
}

function metricsOfRule(rule: StarRule): string[] {
  switch (rule.op) {
    case 'all':
    case 'any':
      return rule.of.flatMap(metricsOfRule)
    case 'checklist':
      return []
    default:
      return [rule.metric ?? DEFAULT_METRIC]
  }
}
