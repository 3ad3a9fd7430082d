import type { CityFeature, Derivation } from '../model/feature'
import { ALARM_LEVELS, type AlarmLevel } from '../model/feedDefinitions'
import { parseTime } from '../model/parseTime'
import { isPlaceholder } from '../model/time'

/** 预警级别: 红 橙 黄 蓝, most severe first. */
export type WarningLevel = AlarmLevel

/** The level a text names, such as `橙`, `橙色`, `橙色预警` or `Orange`; null where it names none. */
export function warningLevel(value: unknown): WarningLevel | null {
  if (typeof value !== 'string') return null
  const text = value.trim().toLowerCase()
  const [, colour] = /^([红橙黄蓝])(?:色(?:预警)?)?$/.exec(text) ?? []
  return ALARM_LEVELS.find((level) => level === colour) ?? ENGLISH.get(text) ?? null
}

const ENGLISH: ReadonlyMap<string, WarningLevel> = new Map([
  ['red', '红'],
  ['orange', '橙'],
  ['yellow', '黄'],
  ['blue', '蓝'],
])

/** 0 for the most severe; an unknown level ranks after all known ones. */
export function severityRank(level: unknown): number {
  const known = warningLevel(level)
  return known === null ? ALARM_LEVELS.length : ALARM_LEVELS.indexOf(known)
}

/** From when until when a warning holds, epoch milliseconds; null is unknown. */
export interface WarningSpan {
  readonly from: number | null
  readonly until: number | null
}

/**
 * `onset` is when the danger begins, `time` when the warning was given: the former counts where it is there. Dates that stand
 * for none, of year 1 or 9999, say nothing of either end.
 */
function warningSpan({ onset, time, until }: Readonly<Record<string, unknown>>): WarningSpan {
  return { from: momentOf(onset) ?? momentOf(time), until: momentOf(until) }
}

/**
 * The span of a warning as it is held. A time of sending that does not count, such as one ahead of the clock, says nothing
 * of the beginning: what has come in was sent.
 */
export function spanOfWarning({ properties, time }: Pick<CityFeature, 'properties' | 'time'>): WarningSpan {
  const span = warningSpan(properties)
  return time === null && momentOf(properties.onset) === null ? { ...span, from: null } : span
}

function momentOf(value: unknown): number | null {
  const time = parseTime(value)
  return time === null || isPlaceholder(time) ? null : time
}

/**
 * What time makes of a warning. `in_force`: from its onset (or the time it was given) until, but not at, its end. One
 * without a written end stands until it is taken back; one without a readable beginning is taken to have begun.
 */
export const deriveWarning = (): Derivation => (feature, now) => {
  const { from, until } = spanOfWarning(feature)
  return { in_force: (from === null || from <= now) && (until === null || now < until) }
}

const derive = deriveWarning()

/** The warnings in force at `now` (epoch milliseconds): most severe first, then the newest; ties by id. */
export function inForce(warnings: readonly CityFeature[], now: number): readonly CityFeature[] {
  return warnings
    .filter((warning) => derive(warning, now, null).in_force === true)
    .toSorted((a, b) => bySeverity(a, b) || byTime(a, b) || (a.id < b.id ? -1 : 1))
}

/** The warnings given but not begun at `now`: the first to begin first, of equal ones the most severe. */
export function notYetInForce(warnings: readonly CityFeature[], now: number): readonly CityFeature[] {
  return warnings
    .filter((warning) => {
      const { from, until } = spanOfWarning(warning)
      return from !== null && from > now && (until === null || until > from)
    })
    .toSorted((a, b) => byTime(b, a) || bySeverity(a, b) || (a.id < b.id ? -1 : 1))
}

const bySeverity = (a: CityFeature, b: CityFeature): number =>
  severityRank(a.properties.level) - severityRank(b.properties.level)

/** Newest first; without a time last. */
function byTime(a: CityFeature, b: CityFeature): number {
  const [x, y] = [spanOfWarning(a).from, spanOfWarning(b).from]
  if (x === y) return 0
  if (x === null) return 1
  return y === null ? -1 : y - x
}
