/**
 * Radians counter-clockwise from one unit vector to another.
 * @param width of the arc in diamond angles, which tells a small one from all but a whole turn.
 */
export function sweepOf(sx: number, sy: number, ex: number, ey: number, width: number): number {
  const turn = Math.atan2(sx * ey - sy * ex, sx * ex + sy * ey)
  return width > 1 && turn <= 0 ? turn + 2 * Math.PI : turn
}
