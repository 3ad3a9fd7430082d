/** 在线 reports in time, 迟报 is late (or not yet trusted again), 静默 has fallen silent, 未知 cannot be judged. */
export type ReportingState = '在线' | '迟报' | '静默' | '未知'

/**
 * Why a state holds: reports in time; nothing for too many cycles; heard again but not yet often enough in a row; no
 * cycle known; never heard; a report dated further ahead of the clock than one cycle.
 */
export type ReportingReason = 'on-time' | 'overdue' | 'recovering' | 'no-cycle' | 'never' | 'future'

export interface Reporting {
  readonly state: ReportingState
  readonly reason: ReportingReason
  /** Time of the newest report, epoch milliseconds. */
  readonly lastSeen: number | null
  /** Reports in a row that came within the late limit of the one before, since the device was last late. */
  readonly timely: number
}

/** In a device's own cycles: late after `late`, silent after `silent`, online again after `recover` timely reports in a row. */
export interface ReportingLimits {
  readonly late: number
  readonly silent: number
  readonly recover: number
}
