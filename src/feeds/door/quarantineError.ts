import type { Reason } from '#core/model/feedReport.ts'

/** Leaves the handling of one feature: it is quarantined for this reason. Never leaves the door. */
export class QuarantineError extends Error {
  constructor(
    readonly field: string,
    readonly reason: Reason,
  ) {
    super(reason.en)
  }
}
