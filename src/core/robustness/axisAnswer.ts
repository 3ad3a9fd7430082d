import { ratingRank } from './ratings'
import type { AxisAnswer, AxisWeight, Flip, NumberAxis, SweepAxis, SweepCell, SweptRating } from './robustness'

/** Which way a rating is from the base: negative lower, positive higher, 0 the same or unknown. */
type Move = (rating: SweptRating) => number

/** What one axis does alone. `ratings`: the row at each of its values, the other axes at their base. */
export function axisAnswer(axis: SweepAxis, ratings: readonly SweptRating[], base: SweptRating): AxisAnswer {
  const now = ratingRank(base)
  const move: Move = (rating) => {
    const rank = ratingRank(rating)
    return rank === null || now === null ? 0 : rank - now
  }
  if (axis.kind !== 'scope') return numberAnswer(axis, cellsOf(axis.values, axis.base, ratings), move)
  const cells = cellsOf(axis.values, axis.base, ratings)
  const anyFlip = cells.some(({ rating }) => move(rating) !== 0)
  return { kind: 'scope', axis, cells, weight: weightOf(cells, move, anyFlip ? 1 : null) }
}

function cellsOf<Value>(values: readonly Value[], base: Value, ratings: readonly SweptRating[]): SweepCell<Value>[] {
  return values.map((value, at) => ({ value, base: value === base, rating: ratings[at]! }))
}

function numberAnswer(axis: NumberAxis, cells: readonly SweepCell<number>[], move: Move): AxisAnswer {
  const flipsFirst = (side: readonly SweepCell<number>[]) => side.findIndex(({ rating }) => move(rating) !== 0)
  const above = cells.filter(({ value }) => value > axis.base)
  const under = cells.filter(({ value }) => value < axis.base).reverse()
  const [up, down] = [flipsFirst(above), flipsFirst(under)]
  const steps = [up, down].filter((at) => at >= 0).map((at) => at + 1)
  const weight = weightOf(cells, move, steps.length > 0 ? Math.min(...steps) : null)
  return { kind: axis.kind, axis, cells, upward: flip(above[up]), downward: flip(under[down]), weight }
}

function weightOf(cells: readonly SweepCell<unknown>[], move: Move, steps: number | null): AxisWeight {
  const moves = cells.map(({ rating }) => move(rating))
  return {
    flips: moves.filter((each) => each !== 0).length,
    drops: moves.filter((each) => each < 0).length,
    others: cells.length - 1,
    steps,
  }
}

function flip(cell: SweepCell<number> | undefined): Flip | null {
  return cell ? { value: cell.value, rating: cell.rating } : null
}
