import { insideRing } from './measure'
import type { Path, Point } from './plane'

/** The longest run of vertices that are all inside the ring; empty when none is. */
export function longestInside(path: Path, ring: Path): Path {
  let best: Point[] = []
  let run: Point[] = []
  for (const point of path) {
    if (insideRing(point, ring)) run.push(point)
    else run = []
    if (run.length > best.length) best = [...run]
  }
  return best
}
