import type { Derivation } from '../model/feature'
import { ALARM_LEVELS, type AlarmRule, type ReportingDefinition } from '../model/feedDefinitions'
import {
  DEVICE_MEMORY,
  type DeviceMemory,
  deviceMemory,
  isMoving,
  reportingOf,
  sameMemory,
  sameParts,
} from './deviceMemory'
import { deviceCycle, judgeReporting, type Reporting } from './reporting'
import { CALM, compileRule, type Firing, type RuleState } from './rules/rule'
import { stepRule } from './rules/stepRule'

/** What the catalog says of a feed of devices. */
export interface DeviceDefinition {
  readonly reporting?: ReportingDefinition | undefined
  readonly rules?: readonly AlarmRule[] | undefined
}

/**
 * Adds `state` (在线 迟报 静默 未知) where the feed says how its devices report, and `alarm`, `alarm_level`, `alarm_rule`
 * (of the most severe rule that fires, else null) where it has rules. The readings that a rate or a hold needs, and the
 * row of timely reports, travel in the feature's memory (`deviceMemory`), which stays the same object while nothing in it
 * changes.
 * @throws Error when an expression does not compile; the catalog's checks name those before.
 */
export function deriveDevice({ reporting: definition, rules = [] }: DeviceDefinition): Derivation {
  const cycleOf = definition && deviceCycle(definition)
  const compiled = rules.map(compileRule)
  return (feature, now, before) => {
    const past = before && deviceMemory(before)
    const reporting =
      definition && cycleOf
        ? judgeReporting(
            { cycle: cycleOf(feature), lastSeen: feature.time },
            now,
            definition,
            past?.reporting ?? (before && reportingOf(before)),
          )
        : null
    const ruled = rules.length > 0
    // Most of the time only time has passed, and nothing that any rule looks at has changed by it.
    if (past && feature === before && sameParts(past.reporting, reporting) && !isMoving(past)) {
      return derived(reporting, ruled, past)
    }
    const subject = reporting
      ? { geometry: feature.geometry, properties: { ...feature.properties, state: reporting.state } }
      : feature
    const look = { subject, time: feature.time, now, reporting: reporting?.state ?? null }
    const states = new Map<string, RuleState>()
    const newest = latest(past?.newest ?? null, look.time)
    const isLate = look.time !== null && newest !== null && look.time < newest
    for (const rule of compiled) {
      const state = past?.rules.get(rule.rule.id) ?? CALM
      // A reading from before the last one raises nothing and clears nothing.
      states.set(rule.rule.id, isLate && rule.rule.kind !== 'silence' ? state : stepRule(rule, state, look))
    }
    const firings = [...states.values()].flatMap(({ firing }) => firing ?? [])
    const memory: DeviceMemory = { reporting, rules: states, firings, newest }
    return derived(reporting, ruled, past && sameMemory(past, memory) ? past : memory)
  }
}

const latest = (a: number | null, b: number | null): number | null =>
  a === null || b === null ? (a ?? b) : Math.max(a, b)

function derived(reporting: Reporting | null, ruled: boolean, memory: DeviceMemory): Readonly<Record<string, unknown>> {
  const worst = mostSevere(memory.firings)
  const alarm = { alarm: worst !== null, alarm_level: worst?.level ?? null, alarm_rule: worst?.rule ?? null }
  return { ...(reporting ? { state: reporting.state } : {}), ...(ruled ? alarm : {}), [DEVICE_MEMORY]: memory }
}

function mostSevere(firings: readonly Firing[]): Firing | null {
  const [worst] = firings.toSorted((a, b) => ALARM_LEVELS.indexOf(a.level) - ALARM_LEVELS.indexOf(b.level))
  return worst ?? null
}
