import type { Part } from './coverageCase'
import type { Span } from './spans'

/** Where the horizontal line at `y` runs inside a part, its rings read even-odd. `y` must not be a vertex's. */
export function partSpans(part: Part, y: number): Span[] {
  const crossings: number[] = []
  for (const ring of part) {
    for (let i = 1; i < ring.length; i++) {
      const [x0 = 0, y0 = 0] = ring[i - 1]!
      const [x1 = 0, y1 = 0] = ring[i]!
      if (y0 > y !== y1 > y) crossings.push(x0 + ((y - y0) / (y1 - y0)) * (x1 - x0))
    }
  }
  crossings.sort((a, b) => a - b)
  const spans: Span[] = []
  for (let i = 1; i < crossings.length; i += 2) spans.push([crossings[i - 1]!, crossings[i]!])
  return spans
}
