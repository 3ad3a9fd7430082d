import type { EvaluateInput, Explanation } from '../model/evaluation'
import { compareIds } from './canonicalOrder'
import { metricIds, metricsOfRow } from './evaluateRow'
import { evaluationContext } from './evaluationContext'
import type { EvaluationMemory } from './evaluationMemory'
import { METHODS } from './methods/methods'
import type { Methods } from './methods/metricMethod'
import { combinedMetrics } from './metricFacts'
import { overriddenIndicators } from './overrides'

/**
 * The features behind one metric with their outcomes, and the exact uncovered parts. A metric made of
 * others shows the features of all of them.
 * @throws Error when the standard has no such indicator or the indicator no such metric, and as `evaluate`.
 */
export function explain(
  input: EvaluateInput,
  indicator: string,
  metric: string,
  memory: EvaluationMemory | null = null,
  methods: Methods = METHODS,
): Explanation {
  const row = input.standard.rows.find(({ id }) => id === indicator)
  if (!row) throw new Error(`unknown indicator ${indicator}`)
  const definition = overriddenIndicators(input, methods).get(indicator)
  if (!metricIds(row, definition).includes(metric)) throw new Error(`unknown metric ${indicator}.${metric}`)
  const metricOf = metricsOfRow(row, definition, evaluationContext(input, memory, methods), true)
  const { result, footprints } = metricOf(metric)
  const behind = partsOf(metric, (id) => {
    const each = definition?.metrics[id]
    return each ? combinedMetrics(each, methods) : []
  }).map(metricOf)
  return {
    indicator,
    metric,
    result,
    subjects: behind.flatMap(({ subjects }) => subjects).sort(compareIds),
    gaps: { type: 'FeatureCollection', features: behind.flatMap(({ gaps }) => gaps) },
    footprints: footprints?.() ?? null,
  }
}

/** A metric and all it combines, each once. */
function partsOf(metric: string, combines: (metric: string) => readonly string[]): string[] {
  const found = [metric]
  for (const id of found) for (const part of combines(id)) if (!found.includes(part)) found.push(part)
  return found
}
