import type { EvaluateInput, Explanation, SubjectOutcome } from '../model/evaluation'
import type { MetricDefinition } from '../model/metricDefinition'
import { compareIds } from './canonicalOrder'
import { metricIds, metricsOfRow } from './evaluateRow'
import { evaluationContext } from './evaluationContext'
import type { EvaluationMemory } from './evaluationMemory'
import { METHODS } from './methods/methods'
import type { Methods } from './methods/metricMethod'
import { combinedMetrics } from './metricFacts'
import type { Detail, MetricOutcome } from './metricOutcome'
import { overriddenIndicators } from './overrides'

/** A metric of a row that has features of its own behind it. */
export interface MetricBehind {
  readonly metric: string
  readonly definition: MetricDefinition | undefined
  readonly outcome: MetricOutcome
}

/**
 * A metric of a row, and those it is made of, each with its features: itself first.
 * @throws Error when the standard has no such indicator or the indicator no such metric, and as `evaluate`.
 */
export function metricsBehind(
  input: EvaluateInput,
  indicator: string,
  metric: string,
  memory: EvaluationMemory | null = null,
  methods: Methods = METHODS,
  detail: Detail = 'gaps',
): readonly [MetricBehind, ...MetricBehind[]] {
  const row = input.standard.rows.find(({ id }) => id === indicator)
  if (!row) throw new Error(`unknown indicator ${indicator}`)
  const definition = overriddenIndicators(input, methods).get(indicator)
  if (!metricIds(row, definition).includes(metric)) throw new Error(`unknown metric ${indicator}.${metric}`)
  const metricOf = metricsOfRow(row, definition, evaluationContext(input, memory, methods), detail)
  const behind = (id: string): MetricBehind => ({
    metric: id,
    definition: definition?.metrics[id],
    outcome: metricOf(id),
  })
  const own = behind(metric)
  const parts = partsOf(metric, (id) => {
    const each = definition?.metrics[id]
    return each ? combinedMetrics(each, methods) : []
  })
  return [own, ...parts.slice(1).map(behind)]
}

/**
 * The features behind one metric with their outcomes, and the exact uncovered parts. A metric made of
 * others shows the features of all of them.
 * @throws Error as `metricsBehind`.
 */
export function explain(...asked: Parameters<typeof metricsBehind>): Explanation {
  const [, indicator, metric] = asked
  const behind = metricsBehind(...asked)
  const { result, footprints } = behind[0].outcome
  return {
    indicator,
    metric,
    result,
    subjects: subjectsBehind(behind),
    gaps: { type: 'FeatureCollection', features: behind.flatMap(({ outcome }) => outcome.gaps) },
    footprints: footprints?.() ?? null,
  }
}

/** The features behind a metric and those it is made of, in canonical order. */
export function subjectsBehind(behind: readonly MetricBehind[]): readonly SubjectOutcome[] {
  return behind.flatMap(({ outcome }) => outcome.subjects).sort(compareIds)
}

/** A metric and all it combines, each once. */
function partsOf(metric: string, combines: (metric: string) => readonly string[]): string[] {
  const found = [metric]
  for (const id of found) for (const part of combines(id)) if (!found.includes(part)) found.push(part)
  return found
}
