import type { FieldCover } from '#core/geo/coverage/fieldCover.ts'
import { isSector, sectorEdges } from './sectorEdges'
import type { Span } from './spans'

/** Where the horizontal line at `y` runs inside a cover: a chord, for a sector cut by its two edges. */
export function coverSpans(cover: FieldCover, y: number): Span[] {
  const rise = y - cover.y
  const half = Math.sqrt(cover.radius ** 2 - rise ** 2)
  if (!(half > 0)) return []
  const chord: Span = [cover.x - half, cover.x + half]
  if (!isSector(cover)) return [chord]
  const [first, last] = sectorEdges(cover)
  // Clockwise from `first` to `last`: right of the first, left of the last.
  const right = beside(first, rise, cover.x, -1)
  const left = beside(last, rise, cover.x, 1)
  if (cover.beamwidth <= 180) return cut(cut([chord], right), left)
  return [...cut([chord], right), ...cut([chord], left)]
}

/** The x for which cross(edge, point) has the sign, on the line `rise` above the apex. */
function beside(edge: readonly [number, number], rise: number, apex: number, sign: number): Span {
  // cross(edge, p) = edge.x · rise − edge.y · dx
  const slope = -edge[1] * sign
  const level = edge[0] * rise * sign
  if (slope === 0) return level >= 0 ? [-Infinity, Infinity] : [0, 0]
  const root = apex - level / slope
  return slope > 0 ? [root, Infinity] : [-Infinity, root]
}

function cut(spans: readonly Span[], [from, to]: Span): Span[] {
  return spans
    .map(([start, end]): Span => [Math.max(start, from), Math.min(end, to)])
    .filter(([start, end]) => end > start)
}
