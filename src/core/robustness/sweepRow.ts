import { usesScope } from '../indicators/feedsOfIndicator'
import { overriddenIndicators } from '../indicators/overrides'
import type { EvaluateInput, IndicatorResult } from '../model/evaluation'
import type { IndicatorDefinition } from '../model/metricDefinition'
import type { StandardRow } from '../model/standard'
import { axisAnswer } from './axisAnswer'
import { leadingAxes, metricsOfStar, tallyRatings } from './ratings'
import type { NothingToSweep, Robustness, SweepAxis, SweepProgress, SweepSetting, SweptRating } from './robustness'
import { basePlace, settingInputs, sweepSettings } from './settingInputs'
import { sweepAxes } from './sweepAxes'

export interface SweepRequest {
  /** The evaluation as it stands: its scope and overrides are the base. */
  readonly input: EvaluateInput
  readonly row: StandardRow
  /** Evaluates the one row that `only` names. */
  readonly evaluateRow: (input: EvaluateInput) => IndicatorResult
}

/**
 * Sweeps the parameters that the standard leaves open for one row, one evaluation between two steps of the generator, so
 * that its driver can pause, tell the progress, or stop by not asking again. The base is evaluated first; nothing else is
 * when the row is unknown there.
 */
export function* sweepRow({ input, row, evaluateRow }: SweepRequest): Generator<SweepProgress, Robustness> {
  const definition = overriddenIndicators(input).get(row.id)
  const metrics = metricsOfStar(row, definition)
  const nothing = reasonOfNothing(row, definition, metrics)
  if (nothing !== null || !definition) return { kind: 'nothing-to-sweep', reason: nothing ?? 'reported' }
  const axes = sweepAxes(definition, metrics, input)
  if (axes.length === 0) return { kind: 'nothing-to-sweep', reason: 'no-axis' }

  const { design, settings } = sweepSettings(axes)
  const inputOf = settingInputs(input, definition, axes)
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

function withPlace(setting: SweepSetting, at: number, place: number): string {
  return setting.with(at, place).join()
}

function reasonOfNothing(
  row: StandardRow,
  definition: IndicatorDefinition | undefined,
  metrics: readonly string[],
): NothingToSweep | null {
  if (row.kind === 'deduction') return 'deduction'
  if (metrics.length === 0) return row.checklist ? 'checklist' : 'no-axis'
  const measured = metrics.some((metric) => {
    const defined = definition?.metrics[metric]
    return defined !== undefined && usesScope(defined)
  })
  return measured ? null : 'reported'
}

function ratingOf({ star, status }: IndicatorResult): SweptRating {
  if (status === 'ok' && star !== null) return { kind: 'star', star }
  return status === 'below_lowest' ? { kind: 'below' } : { kind: 'unknown' }
}
