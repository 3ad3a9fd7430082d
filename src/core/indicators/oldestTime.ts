/** The oldest of the known times, epoch milliseconds; null when none is known. */
export function oldestTime(times: readonly (number | null)[]): number | null {
  let oldest: number | null = null
  for (const time of times) if (time !== null && (oldest === null || time < oldest)) oldest = time
  return oldest
}
