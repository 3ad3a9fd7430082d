import type { EvaluateInput, ParameterOverride } from '../model/evaluation'
import type { IndicatorDefinition } from '../model/metricDefinition'
import type { NumberAxis, SweepAxis, SweepSetting } from './robustness'
import { scaledFeeds } from './scaledFeeds'

/**
 * Makes the input of each setting of a row. Axes at their base change nothing, so that the base setting is the evaluation
 * as it stands. `definition` has the input's own overrides applied; those of a setting come after them.
 */
export function settingInputs(
  input: EvaluateInput,
  definition: IndicatorDefinition,
  axes: readonly SweepAxis[],
): (setting: SweepSetting) => EvaluateInput {
  const feedsAt = scaledFeeds(input.feeds, new Set(axes.flatMap((axis) => scaledBy(axis, definition))))
  return (setting) => {
    const overrides: ParameterOverride[] = [...(input.overrides ?? [])]
    let { feeds, scope } = input
    for (const [at, axis] of axes.entries()) {
      if (axis.kind === 'scope') {
        scope = axis.values[setting[at]!] ?? null
        continue
      }
      const value = axis.values[setting[at]!]!
      if (value === axis.base) continue
      if (axis.kind === 'radius') feeds = feedsAt(value)
      else for (const metric of axis.metrics) overrides.push(overrideOf(axis, metric, value, definition))
    }
    return { ...input, feeds, scope, only: [definition.id], overrides }
  }
}

function overrideOf(
  { kind }: NumberAxis,
  metric: string,
  value: number,
  definition: IndicatorDefinition,
): ParameterOverride {
  const measured = definition.metrics[metric]
  const near = kind === 'metres' && measured?.method === 'near'
  return { indicator: definition.id, metric, parameter: kind, value: near ? measured.metres * value : value }
}

/** Feeds whose footprints an axis scales. */
function scaledBy(axis: SweepAxis, definition: IndicatorDefinition): string[] {
  if (axis.kind !== 'radius') return []
  return axis.metrics.flatMap((metric) => {
    const measured = definition.metrics[metric]
    return measured?.method === 'covered' || measured?.method === 'area' ? [measured.by] : []
  })
}
