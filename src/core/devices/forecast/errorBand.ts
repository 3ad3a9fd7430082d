/**
 * Half width of a band for each step ahead: the quantile `within` (0-1) of the absolute errors made at that step, and no
 * less than their mean: a gauge that is mostly dry made no error most of the time, which says little in the rain. It never
 * narrows with distance; a step without errors is as wide as the one before.
 */
export function errorBand(errors: readonly (readonly number[])[], within: number): readonly number[] {
  let width = 0
  return errors.map((made) => {
    const sorted = made.toSorted((a, b) => a - b)
    const at = Math.min(sorted.length - 1, Math.ceil(within * sorted.length) - 1)
    const mean = sorted.length === 0 ? 0 : sorted.reduce((sum, error) => sum + error, 0) / sorted.length
    width = Math.max(width, sorted[at] ?? 0, mean)
    return width
  })
}
