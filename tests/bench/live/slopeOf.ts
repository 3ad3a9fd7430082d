/** Slope of the straight line through the points by least squares, in y per x; NaN of fewer than two different x. */
export function slopeOf(points: readonly (readonly [x: number, y: number])[]): number {
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length
  const middleX = mean(points.map(([x]) => x))
  const middleY = mean(points.map(([, y]) => y))
  const across = points.reduce((sum, [x]) => sum + (x - middleX) ** 2, 0)
  const along = points.reduce((sum, [x, y]) => sum + (x - middleX) * (y - middleY), 0)
  return across === 0 ? Number.NaN : along / across
}
