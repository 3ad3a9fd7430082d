import type { GridBox } from '../rings/flatRing'

/**
 * Boxes with neighbours of one row united: those between the same parallels that overlap or share a side. The union of
 * all is the same; a series of map sheets becomes a box for each unbroken run.
 */
export function mergeRows(boxes: readonly GridBox[]): GridBox[] {
  const sorted = boxes.toSorted((a, b) => a[1] - b[1] || a[3] - b[3] || a[0] - b[0])
  const merged: GridBox[] = []
  let row: [west: number, south: number, east: number, north: number] | null = null
  for (const [west, south, east, north] of sorted) {
    if (row && row[1] === south && row[3] === north && west <= row[2]) row[2] = Math.max(row[2], east)
    else {
      row = [west, south, east, north]
      merged.push(row)
    }
  }
  return merged
}
