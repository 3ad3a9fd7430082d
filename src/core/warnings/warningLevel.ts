import { ALARM_LEVELS, type AlarmLevel } from '../model/alarmRule'

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
