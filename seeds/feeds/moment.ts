/** The demonstration clock starts here: 2026-09-01T08:00:00+08:00, epoch milliseconds. */
export const clockStart = Date.UTC(2026, 8, 1, 0, 0, 0)

/** Text of the moment `minutes` before the demonstration clock's start (negative: after), Beijing time. */
export function minutesBefore(minutes: number): string {
  const local = new Date(clockStart - Math.round(minutes) * 60_000 + 8 * 3_600_000)
  return `${local.toISOString().slice(0, 19)}+08:00`
}

/** The date `days` before the clock's start, without a time of day. */
export function dateBefore(days: number): string {
  return minutesBefore(days * 1440).slice(0, 10)
}
