/** A bar of the time bar's background: where it begins and ends, as shares of the bar, and its height as a share of the highest. */
export interface DensityBar {
  readonly from: number
  readonly to: number
  readonly height: number
}

const MINUTE = 60_000

/**
 * Changes by the minute as at most `most` bars between two times (epoch milliseconds). Minutes are put together where there
 * are more; heights are by the square root, so that a busy minute does not flatten the others.
 */
export function densityBars(
  minutes: readonly (readonly [minute: number, changes: number])[],
  from: number,
  to: number,
  most: number,
): readonly DensityBar[] {
  const span = to - from
  if (span <= 0) return []
  const width = Math.max(MINUTE, Math.ceil(span / most / MINUTE) * MINUTE)
  const sums = new Map<number, number>()
  for (const [minute, changes] of minutes) {
    if (minute + MINUTE <= from || minute > to) continue
    const at = Math.floor((minute - from) / width)
    sums.set(at, (sums.get(at) ?? 0) + changes)
  }
  const highest = Math.max(...sums.values(), 1)
  const share = (time: number) => Math.min(1, Math.max(0, time / span))
  return [...sums].map(([at, changes]) => ({
    from: share(at * width),
    to: share((at + 1) * width),
    height: Math.sqrt(changes / highest),
  }))
}
