import type { GridPath, GridPoint } from '../equalAreaGrid'

/** Grid steps: a spike no wider than this has no area of its own. */
const WIDTH = 1.5

/**
 * A closed path without repeated points and without spikes, where it runs back along itself. They bound no ground, and the
 * clipping library does not always read the rest rightly beside them.
 */
export function withoutSpikes(path: GridPath): GridPath {
  const kept: GridPoint[] = []
  for (const point of path) {
    kept.push(point)
    while (kept.length > 2 && isSpike(kept.at(-3)!, kept.at(-2)!, kept.at(-1)!)) kept.splice(-2, 1)
    if (kept.length > 1 && same(kept.at(-2)!, kept.at(-1)!)) kept.pop()
  }
  // Where the end meets the beginning.
  for (;;) {
    const [first, second] = kept
    const last = kept.at(-1)
    const before = kept.at(-2)
    if (!first || !second || !last || !before || kept.length < 3) return []
    if (same(last, first) || isSpike(before, last, first)) kept.pop()
    else if (isSpike(last, first, second)) kept.shift()
    else return kept
  }
}

function same(a: GridPoint, b: GridPoint): boolean {
  return a.x === b.x && a.y === b.y
}

/** Whether a path turns back on itself at b. */
function isSpike(a: GridPoint, b: GridPoint, c: GridPoint): boolean {
  const [ux, uy, vx, vy] = [a.x - b.x, a.y - b.y, c.x - b.x, c.y - b.y]
  if (ux * vx + uy * vy <= 0) return false
  return Math.abs(ux * vy - uy * vx) <= WIDTH * Math.max(Math.hypot(ux, uy), Math.hypot(vx, vy))
}
