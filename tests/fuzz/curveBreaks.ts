import type { FieldCover } from '#core/geo/coverage/fieldCover.ts'
import type { Part } from './coverageCase'
import type { Box } from './planeBox'
import { isSector, sectorEdges } from './sectorEdges'

interface Line {
  readonly x: number
  readonly y: number
  readonly dx: number
  readonly dy: number
}

/**
 * The heights within the box, in order, at which a curve of the picture starts, ends, turns or crosses another: polygon
 * edges, circles and sector edges. Between two of them the picture on a scanline keeps its order. Extra heights do no harm.
 */
export function curveBreaks(parts: readonly Part[], covers: readonly FieldCover[], box: Box): number[] {
  const lines = [...parts.flatMap((part) => part.flatMap(edgesOf)), ...covers.flatMap(sectorLines)]
  const heights = [box.minY, box.maxY]
  for (const { y, dy } of lines) heights.push(y, y + dy)
  for (let i = 0; i < lines.length; i++) for (let j = 0; j < i; j++) heights.push(...crossing(lines[i]!, lines[j]!))
  covers.forEach((cover, i) => {
    heights.push(cover.y - cover.radius, cover.y, cover.y + cover.radius)
    for (const line of lines) heights.push(...onCircle(cover, line))
    for (let j = 0; j < i; j++) heights.push(...circles(cover, covers[j]!))
  })
  const sorted = heights.filter((y) => y >= box.minY && y <= box.maxY).sort((a, b) => a - b)
  return sorted.filter((y, i) => i === 0 || y > sorted[i - 1]!)
}

function edgesOf(ring: Part[number]): Line[] {
  return ring.slice(1).map(([x1 = 0, y1 = 0], i) => {
    const [x = 0, y = 0] = ring[i]!
    return { x, y, dx: x1 - x, dy: y1 - y }
  })
}

function sectorLines(cover: FieldCover): Line[] {
  if (!isSector(cover)) return []
  const { x, y, radius } = cover
  return sectorEdges(cover).map(([dx, dy]) => ({ x, y, dx: dx * radius, dy: dy * radius }))
}

function crossing(a: Line, b: Line): number[] {
  const across = a.dx * b.dy - a.dy * b.dx
  if (across === 0) return []
  const t = ((b.x - a.x) * b.dy - (b.y - a.y) * b.dx) / across
  const s = ((b.x - a.x) * a.dy - (b.y - a.y) * a.dx) / across
  return t >= 0 && t <= 1 && s >= 0 && s <= 1 ? [a.y + t * a.dy] : []
}

function onCircle({ x, y, radius }: FieldCover, line: Line): number[] {
  const a = line.dx ** 2 + line.dy ** 2
  if (a === 0) return []
  const b = (line.x - x) * line.dx + (line.y - y) * line.dy
  const foot = -b / a
  const room = radius ** 2 - (line.x + foot * line.dx - x) ** 2 - (line.y + foot * line.dy - y) ** 2
  if (room < 0) return []
  const half = Math.sqrt(room / a)
  return [foot - half, foot + half].filter((t) => t >= 0 && t <= 1).map((t) => line.y + t * line.dy)
}

function circles(a: FieldCover, b: FieldCover): number[] {
  const dx = b.x - a.x
  const dy = b.y - a.y
  const apart = Math.hypot(dx, dy)
  if (apart === 0) return []
  const along = (apart ** 2 + a.radius ** 2 - b.radius ** 2) / (2 * apart)
  const room = a.radius ** 2 - along ** 2
  if (room < 0) return []
  const half = Math.sqrt(room)
  return [1, -1].map((side) => a.y + (along * dy + side * half * dx) / apart)
}
