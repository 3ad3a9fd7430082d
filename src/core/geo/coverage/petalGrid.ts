import type { PetalStore } from './petalStore'

/** Cells are this many mean radii wide. */
const CELL_RADII = 1
const MOST_CELLS = 1 << 20

/**
 * Finds petals by box: a uniform grid in which each petal is entered in every cell its bounding box meets. Outside the
 * bounds the grid was made for, the outermost cells take everything.
 */
export class PetalGrid {
  private readonly cells: number[][]
  private readonly columns: number
  private readonly rows: number
  private readonly cell: number
  private readonly west: number
  private readonly south: number
  private stamps = new Int32Array(0)
  private stamp = 0

  /** `found` of the last search: slots, each once, in no set order. */
  found = new Int32Array(64)

  constructor(
    private readonly petals: PetalStore,
    bounds: { readonly west: number; readonly south: number; readonly east: number; readonly north: number },
    meanRadius: number,
  ) {
    const width = Math.max(bounds.east - bounds.west, 1)
    const height = Math.max(bounds.north - bounds.south, 1)
    this.cell = Math.max(
      meanRadius * CELL_RADII,
      Math.sqrt((width * height) / MOST_CELLS),
      Math.max(width, height) / 4096,
    )
    this.west = bounds.west
    this.south = bounds.south
    this.columns = Math.floor(width / this.cell) + 1
    this.rows = Math.floor(height / this.cell) + 1
    this.cells = Array.from({ length: this.columns * this.rows }, () => [])
  }

  insert(slot: number): void {
    const { petals } = this
    this.eachCell(petals.west[slot]!, petals.south[slot]!, petals.east[slot]!, petals.north[slot]!, (cell) => {
      cell.push(slot)
    })
  }

  remove(slot: number): void {
    const { petals } = this
    this.eachCell(petals.west[slot]!, petals.south[slot]!, petals.east[slot]!, petals.north[slot]!, (cell) => {
      const at = cell.indexOf(slot)
      const last = cell.pop()
      if (last !== undefined && last !== slot && at >= 0) cell[at] = last
    })
  }

  /** Fills `found` with the slots whose boxes meet a box, and returns how many. */
  search(west: number, south: number, east: number, north: number): number {
    const { petals, cells, columns } = this
    if (this.stamps.length < petals.slots) this.stamps = new Int32Array(petals.x.length)
    const stamps = this.stamps
    const stamp = ++this.stamp
    const boxWest = petals.west
    const boxSouth = petals.south
    const boxEast = petals.east
    const boxNorth = petals.north
    const firstColumn = this.column(west)
    const lastColumn = this.column(east)
    const lastRow = this.row(north)
    let found = this.found
    let count = 0
    for (let row = this.row(south); row <= lastRow; row++) {
      for (let column = firstColumn; column <= lastColumn; column++) {
        const cell = cells[row * columns + column]!
        for (let i = 0; i < cell.length; i++) {
          const slot = cell[i]!
          if (stamps[slot] === stamp) continue
          stamps[slot] = stamp
          if (boxWest[slot]! > east || boxEast[slot]! < west || boxSouth[slot]! > north || boxNorth[slot]! < south)
            continue
          if (count === found.length) {
            const wider = new Int32Array(found.length * 2)
            wider.set(found)
            this.found = found = wider
          }
          found[count++] = slot
        }
      }
    }
    return count
  }

  private eachCell(west: number, south: number, east: number, north: number, visit: (cell: number[]) => void): void {
    const lastColumn = this.column(east)
    const lastRow = this.row(north)
    for (let row = this.row(south); row <= lastRow; row++) {
      for (let column = this.column(west); column <= lastColumn; column++)
        visit(this.cells[row * this.columns + column]!)
    }
  }

  private column(x: number): number {
    return Math.max(0, Math.min(this.columns - 1, Math.floor((x - this.west) / this.cell)))
  }

  private row(y: number): number {
    return Math.max(0, Math.min(this.rows - 1, Math.floor((y - this.south) / this.cell)))
  }
}
