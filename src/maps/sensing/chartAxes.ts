const MINUTE = 60_000
const HOUR = 60 * MINUTE
/** The clock of Shanghai is eight hours on, all year. */
const SHANGHAI = 8 * HOUR

/** Steps from one time to the next at the axis. */
export const TIME_STEPS: readonly number[] = [
  ...[1, 2, 5, 10, 15, 30].map((minutes) => minutes * MINUTE),
  ...[1, 2, 3, 6, 12, 24, 48].map((hours) => hours * HOUR),
]

/** Steps from one figure to the next at the axis. Figures are said to two decimals: a finer step would say one twice. */
export const FIGURE_STEPS: readonly number[] = [
  ...[0.01, 0.02, 0.05, 0.1, 0.2, 0.5],
  ...Array.from({ length: 12 }, (_, power) => [1, 2, 5].map((step) => step * 10 ** power)).flat(),
]

/** The times within a span that are full steps of the day in Shanghai, wherever the browser stands. */
export function shanghaiTicks(from: number, to: number, step: number): number[] {
  const first = Math.ceil((from + SHANGHAI) / step) * step - SHANGHAI
  return step > 0 ? Array.from({ length: Math.floor((to - first) / step) + 1 }, (_, index) => first + index * step) : []
}

/** The axis reaches from the first reading to the present at least: a gap that lasts is seen. An hour has room for a line. */
export function spanOf(times: readonly number[], now: number): readonly [number, number] {
  const end = Math.max(now, times.at(-1) ?? now)
  return [Math.min(times[0] ?? now, end - HOUR), end]
}

/** The axis reaches over all values and, as a limit out of sight is no limit to the eye, the limits, with a little room. */
export function extentOf(values: readonly number[], limits: readonly number[]): readonly [number, number] {
  if (values.length === 0) return [0, 1]
  const all = [...values, ...limits]
  const [min, max] = [Math.min(...all), Math.max(...all)]
  const room = (max - min || Math.abs(max) || 1) * 0.06
  return [min >= 0 ? Math.max(0, min - room) : min - room, max + room]
}

/**
 * Where labels are centred, each as near to its middle as it lies within `from` and `to`; given from left to right. Null for
 * one that would touch the label before it.
 */
export function placeLabels(
  labels: readonly { readonly middle: number; readonly width: number }[],
  from: number,
  to: number,
): readonly (number | null)[] {
  let free = from
  return labels.map(({ middle, width }) => {
    const start = Math.min(Math.max(middle - width / 2, from), to - width)
    if (start < free) return null
    free = start + width
    return start + width / 2
  })
}
