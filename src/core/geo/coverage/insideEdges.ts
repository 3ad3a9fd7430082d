import { edgesBetween, foundEdges } from './edgeBands'
import type { FieldSubject } from './fieldSubject'

/** Whether a point, from the subject's origin, is inside the subject, even-odd. On an edge the answer is either. */
export function insideEdges(subject: FieldSubject, px: number, py: number): boolean {
  const { x, y, dx, dy } = subject
  const count = edgesBetween(subject, py, py)
  let inside = false
  for (let i = 0; i < count; i++) {
    const edge = foundEdges[i]!
    const below = y[edge]! <= py
    const rise = dy[edge]!
    if (below === y[edge]! + rise <= py) continue
    // The point is left of an edge that rises, or right of one that falls.
    const turn = dx[edge]! * (py - y[edge]!) - rise * (px - x[edge]!)
    if (turn > 0 === rise > 0) inside = !inside
  }
  return inside
}
