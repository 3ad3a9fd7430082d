import { parseTime } from '../model/parseTime'

/** From when until when a warning holds, epoch milliseconds; null is unknown. */
export interface WarningSpan {
  readonly from: number | null
  readonly until: number | null
}

/** `onset` is when the danger begins, `time` when the warning was given: the former counts where it is there. */
export function warningSpan(properties: Readonly<Record<string, unknown>>): WarningSpan {
  const { onset, time, until } = properties
  return { from: parseTime(onset) ?? parseTime(time), until: parseTime(until) }
}
