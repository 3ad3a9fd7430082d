import { METHODS } from '../indicators/methods/methods'
import type { Methods } from '../indicators/methods/metricMethod'
import { combinedMetrics, usesScope } from '../indicators/metricFacts'
import { overriddenIndicators } from '../indicators/overrides'
import { DEFAULT_METRIC } from '../indicators/starRules'
import type { EvaluateInput, IndicatorResult } from '../model/evaluation'
import type { IndicatorDefinition } from '../model/metricDefinition'
import type { StandardRow, StarRule } from '../model/standard'
import { axisAnswer } from './axisAnswer'
import { leadingAxes, tallyRatings } from './ratings'
import type { NothingToSweep, Robustness, SweepAxis, SweepProgress, SweepSetting, SweptRating } from './robustness'
import { basePlace, settingInputs, sweepSettings } from './settingInputs'
import { sweepAxes } from './sweepAxes'

export interface SweepRequest {
  /** The evaluation as it stands: its scope and overrides are the base. */
  readonly input: EvaluateInput
  readonly row: StandardRow
  /** Evaluates the one row that `only` names. */
  readonly evaluateRow: (input: EvaluateInput) => IndicatorResult
  /** Those it evaluates by; the catalog's own when absent. */
  readonly methods?: Methods
}

/**
 * Sweeps the parameters that the standard leaves open for one row, one evaluation between two steps of the generator, so
 * that its driver can pause, tell the progress, or stop by not asking again. The base is evaluated first; nothing else is
 * when the row is unknown there.
 */
export function* sweepRow(request: SweepRequest): Generator<SweepProgress, Robustness> {
  const { input, row, evaluateRow, methods = METHODS } = request
  const definition = overriddenIndicators(input, methods).get(row.id)
  const metrics = metricsOfStar(row, definition, methods)
  const nothing = reasonOfNothing(row, definition, metrics, methods)
  if (nothing !== null || !definition) return { kind: 'nothing-to-sweep', reason: nothing ?? 'reported' }
  const axes = sweepAxes(definition, metrics, input, methods)
  if (axes.length === 0) return { kind: 'nothing-to-sweep', reason: 'no-axis' }

  const { design, settings } = sweepSettings(axes)
  const inputOf = settingInputs(input, definition, axes, methods)
  const ratings = new Map<string, SweptRating>()
  for (const [at, setting] of settings.entries()) {
    ratings.set(setting.join(), ratingOf(evaluateRow(inputOf(setting))))
    yield { done: at + 1, of: settings.length }
    if (at === 0 && ratings.get(setting.join())?.kind === 'unknown') return { kind: 'unknown-now' }
  }

  const baseSetting = axes.map(basePlace)
  const base = ratings.get(baseSetting.join())!
  if (base.kind === 'unknown') return { kind: 'unknown-now' }
  const alone = (axis: SweepAxis, at: number) =>
    axis.values.map((_, place): SweptRating => ratings.get(withPlace(baseSetting, at, place))!)
  const answers = axes.map((axis, at) => axisAnswer(axis, alone(axis, at), base))
  return {
    kind: 'swept',
    base,
    design,
    settings: settings.length,
    ...tallyRatings([...ratings.values()], base),
    axes: answers,
    ...leadingAxes(answers),
  }
}

/** Metrics that the star rules of a row name, and those they are combined of, each once. */
function metricsOfStar(
  row: Pick<StandardRow, 'stars'>,
  definition: IndicatorDefinition | undefined,
  methods: Methods,
): string[] {
  const found = new Set(row.stars.flatMap((rule) => (rule ? metricsOfRule(rule) : [])))
  for (const id of found) {
    const metric = definition?.metrics[id]
    if (metric) for (const part of combinedMetrics(metric, methods)) found.add(part)
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

function withPlace(setting: SweepSetting, at: number, place: number): string {
  return setting.with(at, place).join()
}

function reasonOfNothing(
  row: StandardRow,
  definition: IndicatorDefinition | undefined,
  metrics: readonly string[],
  methods: Methods,
): NothingToSweep | null {
  if (row.kind === 'deduction') return 'deduction'
  if (metrics.length === 0) return row.checklist ? 'checklist' : 'no-axis'
  const measured = metrics.some((metric) => {
    const defined = definition?.metrics[metric]
    return defined !== undefined && usesScope(defined, methods)
  })
  return measured ? null : 'reported'
}

function ratingOf({ star, status }: IndicatorResult): SweptRating {
  if (status === 'ok' && star !== null) return { kind: 'star', star }
  return status === 'below_lowest' ? { kind: 'below' } : { kind: 'unknown' }
}
