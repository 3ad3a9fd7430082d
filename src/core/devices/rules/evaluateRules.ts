import type { CityFeature } from '../../model/feature'
import type { AlarmRule } from '../../model/feedDefinitions'
import { CALM, compileRule, type Firing, type RuleState, type Sample } from './rule'
import { stepRule } from './stepRule'

/**
 * The rules that fire on a device as of `now` (epoch milliseconds), given its readings up to then, oldest first. Each
 * reading stands for the property `value`; the other properties are the device's present ones. Reporting state is taken
 * from the property `state`. Most severe first is the caller's order of rules.
 */
export function evaluateRules(
  rules: readonly AlarmRule[],
  feature: CityFeature,
  samples: readonly Sample[],
  now: number,
): readonly Firing[] {
  const { geometry, properties } = feature
  const reporting =
    properties.state === '静默' || properties.state === '迟报' || properties.state === '在线' ? properties.state : null
  return rules.flatMap((rule) => {
    const compiled = compileRule(rule)
    let state: RuleState = CALM
    for (const { time, value } of samples) {
      if (time > now) break
      const subject = { geometry, properties: { ...properties, value } }
      state = stepRule(compiled, state, { subject, time, now: time, reporting: null })
    }
    const last = samples.findLast(({ time }) => time <= now)
    const subject = { geometry, properties: last ? { ...properties, value: last.value } : properties }
    state = stepRule(compiled, state, { subject, time: last?.time ?? null, now, reporting })
    return state.firing ? [state.firing] : []
  })
}
