import { ratingRank } from './ratingRank'
import type { AxisAnswer, AxisWeight, Flip, NumberAxis, SweepAxis, SweepCell, SweptRating } from './robustness'

/** What one axis does alone. `ratings`: the row at each of its values, the other axes at their base. */
export function axisAnswer(axis: SweepAxis, ratings: readonly SweptRating[], base: SweptRating): AxisAnswer {
  const flipsAt = (rating: SweptRating) => rating.kind !== 'unknown' && ratingRank(rating) !== ratingRank(base)
  if (axis.kind === 'scope') {
    const cells = cellsOf(axis.values, axis.base, ratings)
    const flips = cells.filter((cell) => flipsAt(cell.rating)).length
    return { kind: 'scope', axis, cells, weight: { flips, others: cells.length - 1, steps: flips > 0 ? 1 : null } }
  }
  return numberAnswer(axis, cellsOf(axis.values, axis.base, ratings), flipsAt)
}

function cellsOf<Value>(values: readonly Value[], base: Value, ratings: readonly SweptRating[]): SweepCell<Value>[] {
  return values.map((value, at) => ({ value, base: value === base, rating: ratings[at]! }))
}

function numberAnswer(
  axis: NumberAxis,
  cells: readonly SweepCell<number>[],
  flipsAt: (rating: SweptRating) => boolean,
): AxisAnswer {
  const above = cells.filter(({ value }) => value > axis.base)
  const under = cells.filter(({ value }) => value < axis.base).reverse()
  const sides = [above, under].map((side) => side.findIndex(({ rating }) => flipsAt(rating)))
  const [up, down] = sides as [number, number]
  const steps = sides.filter((at) => at >= 0).map((at) => at + 1)
  const weight: AxisWeight = {
    flips: cells.filter(({ rating }) => flipsAt(rating)).length,
    others: cells.length - 1,
    steps: steps.length > 0 ? Math.min(...steps) : null,
  }
  return { kind: axis.kind, axis, cells, upward: flip(above[up]), downward: flip(under[down]), weight }
}

function flip(cell: SweepCell<number> | undefined): Flip | null {
  return cell ? { value: cell.value, rating: cell.rating } : null
}
