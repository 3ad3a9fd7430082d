import { type WarningLevel, warningLevel } from '#core/warnings/warnings.ts'

/** A `parameter` or `eventCode`: name and value as they stand. */
export interface CapCode {
  readonly name: string
  readonly value: string
}

export interface CapLevel {
  readonly level: WarningLevel | null
  /** Where the level comes from, such as `severity Severe`; null without one. */
  readonly from: string | null
}

/** How CAP's scale is read where no colour is given: four words for four colours, most severe first. */
const SEVERITY: ReadonlyMap<string, WarningLevel> = new Map([
  ['extreme', '红'],
  ['severe', '橙'],
  ['moderate', '黄'],
  ['minor', '蓝'],
])

/**
 * 红 橙 黄 蓝 of an alert: the colour a `parameter` or `eventCode` names, else one that stands in `severity` itself (as
 * Chinese publishers write it), else by CAP's severity Extreme, Severe, Moderate, Minor in that order. Null for others.
 */
export function capLevel(codes: readonly CapCode[], severity: string | null): CapLevel {
  for (const { name, value } of codes) {
    const level = warningLevel(value)
    if (level) return { level, from: `${name} ${value}` }
  }
  if (severity === null) return { level: null, from: null }
  const level = warningLevel(severity) ?? SEVERITY.get(severity.toLowerCase()) ?? null
  return { level, from: `severity ${severity}` }
}
