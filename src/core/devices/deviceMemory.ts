import type { CityFeature } from '../model/feature'
import type { Reporting, ReportingState } from './reporting'
import type { Firing, RuleState } from './rules/rule'

/** What a device's derivation hands to the next one. */
export interface DeviceMemory {
  readonly reporting: Reporting | null
  /** By rule id. */
  readonly rules: ReadonlyMap<string, RuleState>
  /** The rules that fire, in the order of the catalog. */
  readonly firings: readonly Firing[]
  /** Time of the newest reading that the rules have seen, epoch milliseconds. */
  readonly newest: number | null
}

/**
 * Where a derived device carries its memory: a symbol is copied with the properties, and is no property to a table, a
 * map or a message to the page.
 */
export const DEVICE_MEMORY: unique symbol = Symbol('device memory')

interface Remembering {
  readonly [DEVICE_MEMORY]?: DeviceMemory
}

/** The memory of a derived device; null where it was never derived. */
export function deviceMemory({ properties }: CityFeature): DeviceMemory | null {
  return (properties as Remembering)[DEVICE_MEMORY] ?? null
}

/** Whether two memories of one device say the same. */
export function sameMemory(a: DeviceMemory, b: DeviceMemory): boolean {
  return (
    sameParts(a.reporting, b.reporting) &&
    a.newest === b.newest &&
    a.rules.size === b.rules.size &&
    [...a.rules].every(([id, state]) => {
      const other = b.rules.get(id)
      return other !== undefined && sameRule(state, other)
    })
  )
}

/** A window is known by its ends: readings are only added behind and let go before. */
function sameRule(a: RuleState, b: RuleState): boolean {
  return (
    a.beyondSince === b.beyondSince &&
    a.window.length === b.window.length &&
    a.window.at(0)?.time === b.window.at(0)?.time &&
    a.window.at(-1)?.time === b.window.at(-1)?.time &&
    sameParts(a.firing, b.firing)
  )
}

/** Whether two flat objects say the same. */
export function sameParts(a: object | null, b: object | null): boolean {
  if (a === null || b === null) return a === b
  return Object.entries(a).every(([name, value]) => Object.is(value, Reflect.get(b, name)))
}

/** A rate holds readings of which the older ones will pass out of its minutes: time alone may change what it says. */
export function isMoving({ rules }: DeviceMemory): boolean {
  for (const { window } of rules.values()) if (window.length > 1) return true
  return false
}

const STATES: readonly unknown[] = ['在线', '迟报', '静默'] satisfies readonly ReportingState[]

/** What the plain properties of a device still tell of its past where its memory was lost, as in a stored copy. */
export function reportingOf({ properties: { state }, time }: CityFeature): Reporting | null {
  if (!STATES.includes(state)) return null
  return { state: state as ReportingState, reason: 'recovering', lastSeen: time, timely: 0 }
}
