import type { Reason } from '#core/model/feedReport.ts'

/** One alert that cannot be used; the others of the file can. */
export class CapRefusal extends Error {
  readonly field: string
  readonly reason: Reason

  constructor(field: string, reason: Reason) {
    super(reason.en)
    this.field = field
    this.reason = reason
  }
}
