/** Epoch milliseconds as ISO 8601 in Asia/Shanghai, such as `2026-09-01T08:00:00+08:00`; null stays null. */
export function shanghaiTime(time: number | null): string | null {
  if (time === null) return null
  return new Date(time + 8 * 3_600_000).toISOString().replace(/(?:\.000)?Z$/, '+08:00')
}
