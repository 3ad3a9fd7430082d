import type { PetalStore } from './petalStore'

/** Cells are this many mean radii wide. */
const CELL_RADII = 1.5
const MOST_CELLS = 1 << 20
const NONE = -1

/**
 * Finds petals by box: a uniform grid in which each petal is entered in every cell its bounding box meets. Outside the
 * bounds the grid was made for, the outermost cells take everything. The petals of the beginning lie in one packed list;
 * those that come later hang on chains. A petal that goes needs no leave from the packed list: a search looks at boxes.
 */
export class PetalGrid {
  private readonly columns: number
  private readonly rows: number
  private readonly cell: number
  private readonly west: number
  private readonly south: number
  /** Packed list: the petals of a cell from `packedFrom[cell]` up to `packedFrom[cell + 1]`. */
  private readonly packedFrom: Int32Array
  private packed = new Int32Array(0)
  /** Chains: first link of a cell, next link of a link, petal of a link. */
  private readonly chain: Int32Array
  private readonly next: number[] = []
  private readonly linked: number[] = []
  private freeLink = NONE
  private stamps = new Int32Array(0)
  private stamp = 0

  /** Slots of the last search, each once, in no set order. */
  found = new Int32Array(64)

  /** @param bounds [west, south, east, north] of the apexes. */
  constructor(
    private readonly petals: PetalStore,
    bounds: readonly [number, number, number, number],
    meanRadius: number,
  ) {
    const width = Math.max(bounds[2] - bounds[0], 1)
    const height = Math.max(bounds[3] - bounds[1], 1)
    this.cell = Math.max(
      meanRadius * CELL_RADII,
      Math.sqrt((width * height) / MOST_CELLS),
      Math.max(width, height) / 4096,
    )
    this.west = bounds[0]
    this.south = bounds[1]
    this.columns = Math.floor(width / this.cell) + 1
    this.rows = Math.floor(height / this.cell) + 1
    this.packedFrom = new Int32Array(this.columns * this.rows + 1)
    this.chain = new Int32Array(this.columns * this.rows).fill(NONE)
    this.pack()
  }

  insert(slot: number): void {
    this.eachCell(slot, (cell) => {
      let link = this.freeLink
      if (link === NONE) link = this.next.length
      else this.freeLink = this.next[link]!
      this.next[link] = this.chain[cell]!
      this.linked[link] = slot
      this.chain[cell] = link
    })
  }

  /** Takes a petal off the chains; its box must still be the one it was inserted with. */
  remove(slot: number): void {
    this.eachCell(slot, (cell) => {
      let before = NONE
      for (let link = this.chain[cell]!; link !== NONE; before = link, link = this.next[link]!) {
        if (this.linked[link] !== slot) continue
        if (before === NONE) this.chain[cell] = this.next[link]!
        else this.next[before] = this.next[link]!
        this.next[link] = this.freeLink
        this.freeLink = link
        return
      }
    })
  }

  /** Fills `found` with the slots whose boxes meet a box, and returns how many. */
  search(west: number, south: number, east: number, north: number): number {
    const { petals, packedFrom, packed, columns } = this
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
      for (let cell = row * columns + firstColumn; cell <= row * columns + lastColumn; cell++) {
        const end = packedFrom[cell + 1]!
        let link = this.chain[cell]!
        for (let i = packedFrom[cell]!; i < end || link !== NONE; ) {
          let slot: number
          if (i < end) slot = packed[i++]!
          else {
            slot = this.linked[link]!
            link = this.next[link]!
          }
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

  /** Enters all petals there are in the packed list. */
  private pack(): void {
    const { petals, packedFrom } = this
    for (let slot = 0; slot < petals.slots; slot++)
      this.eachCell(slot, (cell) => {
        packedFrom[cell + 1] = packedFrom[cell + 1]! + 1
      })
    for (let cell = 1; cell < packedFrom.length; cell++) packedFrom[cell] = packedFrom[cell]! + packedFrom[cell - 1]!
    const filled = packedFrom.slice()
    const packed = new Int32Array(packedFrom[packedFrom.length - 1]!)
    for (let slot = 0; slot < petals.slots; slot++)
      this.eachCell(slot, (cell) => {
        const at = filled[cell]!
        packed[at] = slot
        filled[cell] = at + 1
      })
    this.packed = packed
  }

  private eachCell(slot: number, visit: (cell: number) => void): void {
    const { petals } = this
    const firstColumn = this.column(petals.west[slot]!)
    const lastColumn = this.column(petals.east[slot]!)
    const lastRow = this.row(petals.north[slot]!)
    for (let row = this.row(petals.south[slot]!); row <= lastRow; row++) {
      for (let column = firstColumn; column <= lastColumn; column++) visit(row * this.columns + column)
    }
  }

  private column(x: number): number {
    const column = Math.floor((x - this.west) / this.cell)
    return column < 0 ? 0 : column < this.columns ? column : this.columns - 1
  }

  private row(y: number): number {
    const row = Math.floor((y - this.south) / this.cell)
    return row < 0 ? 0 : row < this.rows ? row : this.rows - 1
  }
}
