import type { Geometry, Position } from 'geojson'
import { linesOf } from '#core/geo/linesOf.ts'
import { type Box, isInside } from './cityLimit'

/** How an area lies to a box: `apart`, `meets` it with a point or an edge, or `contains` it whole. */
type Relation = 'apart' | 'meets' | 'contains'

/** How a geometry, in the same degrees, lies to a box. Areas are read even-odd. */
export function relationTo(geometry: Geometry, box: Box): Relation {
  const lines = linesOf(geometry)
  if (lines.some((line) => touches(line, box))) return 'meets'
  if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon') return 'apart'
  // No edge comes into the box: it lies in the area as a whole, or outside as a whole.
  const centre: Position = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2]
  return lines.filter((ring) => crossingsEast(ring, centre) % 2 === 1).length % 2 === 1 ? 'contains' : 'apart'
}

function touches(line: readonly Position[], box: Box): boolean {
  return line.some(([x = 0, y = 0], index) => {
    const [fromX = x, fromY = y] = line[index - 1] ?? []
    return isInside(box, x, y) || edgeMeets(fromX, fromY, x, y, box)
  })
}

/** Whether a straight edge comes into the box, by clipping it to one side after another. */
function edgeMeets(x1: number, y1: number, x2: number, y2: number, [west, south, east, north]: Box): boolean {
  let [from, to] = [0, 1]
  const [dx, dy] = [x2 - x1, y2 - y1]
  for (const [step, room] of [
    [-dx, x1 - west],
    [dx, east - x1],
    [-dy, y1 - south],
    [dy, north - y1],
  ] as const) {
    if (step === 0) {
      if (room < 0) return false
      continue
    }
    const at = room / step
    if (step < 0) from = Math.max(from, at)
    else to = Math.min(to, at)
    if (from > to) return false
  }
  return true
}

/** Edges of a ring that a line from a point due east crosses. */
function crossingsEast(ring: readonly Position[], [x = 0, y = 0]: Position): number {
  return ring.slice(1).filter(([x2 = 0, y2 = 0], index) => {
    const [x1 = 0, y1 = 0] = ring[index] ?? []
    return y1 > y !== y2 > y && x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)
  }).length
}
