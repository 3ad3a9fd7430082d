import type { EvaluateInput } from '../model/evaluation'
import type { IndicatorDefinition } from '../model/metricDefinition'
import { applyOverrides } from './applyOverrides'

/**
 * The indicator definitions of an evaluation by id, overrides applied.
 * @throws Error naming every faulty override.
 */
export function overriddenIndicators(
  input: Pick<EvaluateInput, 'indicators' | 'overrides'>,
): ReadonlyMap<string, IndicatorDefinition> {
  const applied = applyOverrides(input.indicators, input.overrides ?? [])
  if (!applied.ok) throw new Error(applied.faults.map((fault) => fault.message).join('; '))
  return new Map(applied.indicators.map((indicator) => [indicator.id, indicator]))
}
