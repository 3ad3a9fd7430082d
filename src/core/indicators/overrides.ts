import type { EvaluateInput, ParameterOverride } from '../model/evaluation'
import { foundText } from '../model/foundText'
import type { IndicatorDefinition, MetricDefinition } from '../model/metricDefinition'
import { METHODS } from './methods/methods'
import type { Methods } from './methods/metricMethod'
import type { Parameter } from './methods/parameters'
import { expectedInstead } from './methods/parameterValues'
import { methodOf } from './metricFacts'

interface OverrideFault {
  readonly code: 'unknown-indicator' | 'unknown-metric' | 'unknown-parameter' | 'invalid-value'
  /** As the command line writes it: `ID.PARAM` or `ID.METRIC.PARAM`. */
  readonly name: string
  /** In words, English. */
  readonly message: string
}

export type OverrideResult =
  | { readonly ok: true; readonly indicators: readonly IndicatorDefinition[] }
  | { readonly ok: false; readonly faults: readonly OverrideFault[] }

/**
 * Sets parameters of metrics, in order. Without a metric every metric of the row that has the parameter is set. Every
 * fault is named: an indicator or metric the catalog does not measure, a parameter the method does not have, a value it
 * does not take. Whether a feed named as a value exists is not asked here.
 */
export function applyOverrides(
  indicators: readonly IndicatorDefinition[],
  overrides: readonly ParameterOverride[],
  methods: Methods = METHODS,
): OverrideResult {
  const result = new Map(indicators.map((indicator) => [indicator.id, indicator]))
  const faults: OverrideFault[] = []
  for (const override of overrides) {
    const indicator = result.get(override.indicator)
    const fault = indicator ? faultOf(override, indicator, methods) : unknown('indicator', override, override.indicator)
    if (fault) faults.push(fault)
    else if (indicator) result.set(indicator.id, withParameter(indicator, override, methods))
  }
  return faults.length > 0 ? { ok: false, faults } : { ok: true, indicators: [...result.values()] }
}

/** The parameter of that name which can be set for a metric; null when its method has none. */
function settable(metric: MetricDefinition, name: string, methods: Methods): Parameter | null {
  const { parameters } = methodOf(metric, methods)
  const parameter = Object.hasOwn(parameters, name) ? parameters[name] : undefined
  return parameter && !('unused' in parameter) ? parameter : null
}

/** The metrics of a row that an override sets. */
function targets(
  { metrics }: IndicatorDefinition,
  { metric, parameter }: ParameterOverride,
  methods: Methods,
): string[] {
  return Object.entries(metrics)
    .filter(
      ([id, definition]) => (metric === null || id === metric) && settable(definition, parameter, methods) !== null,
    )
    .map(([id]) => id)
}

function nameOf({ indicator, metric, parameter }: ParameterOverride): string {
  return [indicator, ...(metric === null ? [] : [metric]), parameter].join('.')
}

function unknown(kind: 'indicator' | 'metric' | 'parameter', override: ParameterOverride, id: string): OverrideFault {
  const name = nameOf(override)
  return { code: `unknown-${kind}`, name, message: `${name}: unknown ${kind} ${id}` }
}

function faultOf(override: ParameterOverride, indicator: IndicatorDefinition, methods: Methods): OverrideFault | null {
  const { metric, parameter, value } = override
  if (metric !== null && !Object.hasOwn(indicator.metrics, metric)) return unknown('metric', override, metric)
  const set = targets(indicator, override, methods)
  if (set.length === 0) return unknown('parameter', override, parameter)
  for (const id of set) {
    const known = settable(indicator.metrics[id]!, parameter, methods)
    const expected = known && expectedInstead(known, value)
    if (expected === null) continue
    const name = nameOf(override)
    return { code: 'invalid-value', name, message: `${name}: expected ${expected}, found ${foundText(value)}` }
  }
  return null
}

function withParameter(
  indicator: IndicatorDefinition,
  override: ParameterOverride,
  methods: Methods,
): IndicatorDefinition {
  const metrics = { ...indicator.metrics }
  for (const id of targets(indicator, override, methods)) {
    metrics[id] = { ...metrics[id]!, [override.parameter]: override.value }
  }
  return { ...indicator, metrics }
}

/**
 * The indicator definitions of an evaluation by id, overrides applied.
 * @throws Error naming every faulty override.
 */
export function overriddenIndicators(
  input: Pick<EvaluateInput, 'indicators' | 'overrides'>,
  methods: Methods = METHODS,
): ReadonlyMap<string, IndicatorDefinition> {
  const applied = applyOverrides(input.indicators, input.overrides ?? [], methods)
  if (!applied.ok) throw new Error(applied.faults.map((fault) => fault.message).join('; '))
  return new Map(applied.indicators.map((indicator) => [indicator.id, indicator]))
}
