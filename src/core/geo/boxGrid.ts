import type { Bounds } from './boundsOf'

/** Which boxes hold a place: calls `visit` with the number of each, edges included, until it gives true; then true. */
export type BoxesAt = (x: number, y: number, visit: (box: number) => boolean) => boolean

/** Entries of all cells together, times the number of boxes: more is made less by larger cells. */
const MOST_ENTRIES = 8
/** Boxes to a cell, met by an entry on average, beyond which the cells are of no use. */
const MOST_TOGETHER = 24

/** Boxes sorted into the cells of a grid over them all. Null where they are so uneven in size or place that it does not part them. */
export function boxGrid(boxes: readonly { readonly bounds: Bounds }[]): BoxesAt | null {
  const count = boxes.length
  const sides = new Float64Array(count * 4)
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let i = 0; i < count; i++) {
    const { bounds } = boxes[i]!
    // An empty geometry's box is inverted and holds nothing.
    if (bounds[0] <= bounds[2]) {
      west = Math.min(west, bounds[0])
      south = Math.min(south, bounds[1])
      east = Math.max(east, bounds[2])
      north = Math.max(north, bounds[3])
    }
    for (let side = 0; side < 4; side++) sides[i * 4 + side] = bounds[side]!
  }
  if (!(west <= east)) return () => false
  const width = Math.max(east - west, 1e-9)
  const height = Math.max(north - south, 1e-9)
  let cells = count * 4
  for (;;) {
    const columns = Math.max(1, Math.min(cells, Math.round(Math.sqrt((cells * width) / height))))
    const rows = Math.max(1, Math.round(cells / columns))
    const found = boxesInCells(sides, { west, south, columns, rows, across: columns / width, up: rows / height })
    if (found) return found
    if (cells === 1) return null
    cells = Math.max(1, cells >> 2)
  }
}

interface Cells {
  readonly west: number
  readonly south: number
  readonly columns: number
  readonly rows: number
  /** Cells to a degree. */
  readonly across: number
  readonly up: number
}

/** Null when the cells are too small or hold too many. */
function boxesInCells(sides: Float64Array, { west, south, columns, rows, across, up }: Cells): BoxesAt | null {
  const count = sides.length / 4
  const column = (x: number) => Math.max(0, Math.min(columns - 1, Math.floor((x - west) * across)))
  const row = (y: number) => Math.max(0, Math.min(rows - 1, Math.floor((y - south) * up)))
  const ends = new Int32Array(columns * rows + 1)
  let entries = 0
  for (let i = 0; i < count; i++) {
    const at = i * 4
    if (!(sides[at]! <= sides[at + 2]!)) continue
    const [first, last] = [column(sides[at]!), column(sides[at + 2]!)]
    const [low, high] = [row(sides[at + 1]!), row(sides[at + 3]!)]
    entries += (last - first + 1) * (high - low + 1)
    if (entries > MOST_ENTRIES * count) return null
    for (let line = low * columns; line <= high * columns; line += columns) {
      for (let cell = line + first; cell <= line + last; cell++) ends[cell + 1]!++
    }
  }
  let met = 0
  for (let cell = 1; cell <= columns * rows; cell++) {
    met += ends[cell]! ** 2
    ends[cell]! += ends[cell - 1]!
  }
  if (met > MOST_TOGETHER * entries) return null
  const held = new Int32Array(entries)
  const next = ends.slice()
  for (let i = 0; i < count; i++) {
    const at = i * 4
    if (!(sides[at]! <= sides[at + 2]!)) continue
    const [first, last] = [column(sides[at]!), column(sides[at + 2]!)]
    const [low, high] = [row(sides[at + 1]!), row(sides[at + 3]!)]
    for (let line = low * columns; line <= high * columns; line += columns) {
      for (let cell = line + first; cell <= line + last; cell++) held[next[cell]!++] = i
    }
  }
  return (x, y, visit) => {
    const cell = row(y) * columns + column(x)
    for (let entry = ends[cell]!; entry < ends[cell + 1]!; entry++) {
      const box = held[entry]!
      const at = box * 4
      if (x < sides[at]! || x > sides[at + 2]! || y < sides[at + 1]! || y > sides[at + 3]!) continue
      if (visit(box)) return true
    }
    return false
  }
}
