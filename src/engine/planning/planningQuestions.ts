import type { Datum } from '#core/model/datum.ts'
import type { ParameterOverride } from '#core/model/evaluation.ts'
import type { ZoneContinuity } from '#core/planning/continuity.ts'
import type { Gap, GapTotals } from '#core/planning/gaps/gap.ts'
import type { SheetScale } from '#core/planning/sheetNumbers.ts'

/** A metric of a row in a scope. */
export interface MetricAsked {
  readonly scope: string | null
  readonly indicator: string
  readonly metric: string
  readonly overrides?: readonly ParameterOverride[] | undefined
  /** Id to cancel it by; without one it runs to its end. */
  readonly job?: string | undefined
}

export type GapListRequest = MetricAsked

export interface GapFileRequest extends MetricAsked {
  /** Stated in the file; WGS84 when absent. */
  readonly datum?: Datum | undefined
}

export interface GapList extends Pick<MetricAsked, 'indicator' | 'metric'> {
  /** In the order in which the metric's gaps are drawn. */
  readonly gaps: readonly Gap[]
  readonly totals: GapTotals
  /** Where people come from: `none` no role, `unread` the feed has not come in or has no cells. */
  readonly people: 'none' | 'unread' | 'read'
  /** Data time of the people, epoch milliseconds. */
  readonly peopleTime: number | null
}

export interface ContinuityRequest extends MetricAsked {
  /** Feed of the named zones. */
  readonly zones: string
  /** Feeds of streets. */
  readonly streets: readonly string[]
}

export interface Continuity {
  readonly zones: readonly ZoneContinuity[]
  /** Feeds of streets that were not read: lengths of streets are without theirs. */
  readonly unread: readonly string[]
}

export interface SheetCheckRequest extends MetricAsked {
  readonly scale: SheetScale
  /** A survey is old when more years than this have passed since the one it was made in. */
  readonly oldYears: number
}
