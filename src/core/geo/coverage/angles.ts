/**
 * A measure of direction that grows with the angle from +x, counter-clockwise, from 0 to 4 at a full turn: position on the
 * diamond |x| + |y| = 1. It orders directions as angles do, without trigonometry.
 */
export function diamondAngle(x: number, y: number): number {
  if (y >= 0) return x >= 0 ? y / (x + y) : 2 - y / (y - x)
  return x < 0 ? 2 + y / (x + y) : 4 + y / (x - y)
}

/** Writes the unit vector of a diamond angle to `out[at]`, `out[at + 1]`. The same angle gives the same bits. */
export function diamondDirection(angle: number, out: Float64Array, at: number): void {
  const x = angle < 2 ? 1 - angle : angle - 3
  const y = angle < 1 ? angle : angle < 3 ? 2 - angle : angle - 4
  const length = Math.sqrt(x * x + y * y)
  out[at] = x / length
  out[at + 1] = y / length
}

/**
 * Radians counter-clockwise from one unit vector to another.
 * @param width of the arc in diamond angles, which tells a small one from all but a whole turn.
 */
export function sweepOf(sx: number, sy: number, ex: number, ey: number, width: number): number {
  const turn = Math.atan2(sx * ey - sy * ex, sx * ex + sy * ey)
  return width > 1 && turn <= 0 ? turn + 2 * Math.PI : turn
}
