import type { FieldCover } from '#core/geo/coverage/fieldCover.ts'
import type { Part } from './coverageCase'

/** Metres. */
export interface Box {
  readonly minX: number
  readonly minY: number
  readonly maxX: number
  readonly maxY: number
}

export function boxOf(parts: readonly Part[]): Box {
  const box = { minX: Infinity, minY: Infinity, maxX: -Infinity, maxY: -Infinity }
  for (const [x = 0, y = 0] of parts.flat(2)) {
    box.minX = Math.min(box.minX, x)
    box.minY = Math.min(box.minY, y)
    box.maxX = Math.max(box.maxX, x)
    box.maxY = Math.max(box.maxY, y)
  }
  return box
}

/** Whether the cover's square can reach the box; one per cent to spare for polygons drawn outside their circle. */
export function touches({ x, y, radius }: FieldCover, box: Box): boolean {
  const reach = radius * 1.01
  return x + reach >= box.minX && x - reach <= box.maxX && y + reach >= box.minY && y - reach <= box.maxY
}
