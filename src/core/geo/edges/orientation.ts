/**
 * Which side of a line a place lies on, decided exactly for whole numbers. Where it lies on the very line, the side is that
 * of a picture a little moved: every layer as a whole along (ε, ε²), a lower one by more than all higher ones, and within a
 * layer every corner by still less, a lower one by more than all higher ones. So no corner of that picture lies on an edge,
 * no two edges of different layers overlap, and each decision agrees with all others. Areas are those of the picture as it
 * was, for they do not jump.
 */

/** Over it a difference of two products keeps its sign. */
const ROUNDING = 4e-16

/** Twice the area of the triangle a, b, c, positive when c lies left of a → b; 0 only when it lies on the line. */
export function turn(ax: number, ay: number, bx: number, by: number, cx: number, cy: number): number {
  const one = (bx - ax) * (cy - ay)
  const other = (by - ay) * (cx - ax)
  const found = one - other
  const bound = ROUNDING * (Math.abs(one) + Math.abs(other))
  if (found > bound || -found > bound) return found
  if (bound === 0 || (cx === bx && cy === by)) return 0
  return Number(BigInt(bx - ax) * BigInt(cy - ay) - BigInt(by - ay) * BigInt(cx - ax))
}

/** Under this share of its products a turn has too few digits to be divided by. */
const FEW_DIGITS = 1e-6

/** As `turn`, with nine digits right however small it is. */
export function preciseTurn(ax: number, ay: number, bx: number, by: number, cx: number, cy: number): number {
  const one = (bx - ax) * (cy - ay)
  const other = (by - ay) * (cx - ax)
  if (Math.abs(one - other) > FEW_DIGITS * (Math.abs(one) + Math.abs(other))) return one - other
  return Number(BigInt(bx - ax) * BigInt(cy - ay) - BigInt(by - ay) * BigInt(cx - ax))
}

/**
 * The side on which a corner of one layer lies of the line a → b of another, where it lies on the line itself.
 * @param moved +1 where the corner's layer is the one moved more, else −1.
 */
export function shiftedSide(ax: number, ay: number, bx: number, by: number, moved: 1 | -1): number {
  return moved * (ay !== by ? ay - by : bx - ax)
}

/** The turn of three corners of a layer, by their numbers, where they lie on one line; two may coincide, not all three. */
export function cornerTurn(x: Float64Array, y: Float64Array, a: number, b: number, c: number): number {
  // The corner moved most is taken first, in an order that keeps the turn.
  let [p, q, r] = [a, b, c]
  if (q < p && q < r) [p, q, r] = [b, c, a]
  else if (r < p && r < q) [p, q, r] = [c, a, b]
  const side = y[q]! !== y[r]! ? y[q]! - y[r]! : x[r]! - x[q]!
  if (side !== 0) return side
  // q and r coincide: of the two, the lower is moved more.
  return q < r ? (y[r]! !== y[p]! ? y[r]! - y[p]! : x[p]! - x[r]!) : y[p]! !== y[q]! ? y[p]! - y[q]! : x[q]! - x[p]!
}
