import { type PetalStore, type SlotList, TOMB } from './petalStore'

/** Cells of a layer are this many of its largest radii wide. */
const CELL_RADII = 0.5
/** No more cells than this many to a petal. */
const CELLS_EACH = 4
const NONE = -1

/**
 * Petals of about one size in a uniform grid, each in the cell of its apex. Outside the bounds the grid was made for, the
 * outermost cells take everything. The petals of the beginning lie in one packed list, in which the tomb takes the place of
 * one that goes; those that come later hang on chains.
 */
export class PetalLayer {
  private readonly columns: number
  private readonly rows: number
  private readonly perMetre: number
  private readonly west: number
  private readonly south: number
  /** Packed list: the petals of a cell from `packedFrom[cell]` up to `packedFrom[cell + 1]`. */
  private readonly packedFrom: Int32Array
  private readonly packed: Int32Array
  /** Their boxes beside them: west, south, east, north. */
  private readonly boxes: Float64Array
  /** Chains: first petal of a cell, and by petal the next. */
  private readonly chain: Int32Array
  private readonly next: number[] = []
  private chained = 0

  /** No petal of the layer has a larger radius; metres. */
  private reach: number

  /**
   * @param slots of the petals of the beginning.
   * @param reach largest radius expected; metres.
   * @param bounds [west, south, east, north] of the apexes.
   */
  constructor(
    private readonly petals: PetalStore,
    slots: Int32Array,
    reach: number,
    bounds: readonly [number, number, number, number],
  ) {
    this.reach = reach
    const width = Math.max(bounds[2] - bounds[0], 1)
    const height = Math.max(bounds[3] - bounds[1], 1)
    const cell = Math.max(
      reach * CELL_RADII,
      Math.sqrt((width * height) / (slots.length * CELLS_EACH + 64)),
      Math.max(width, height) / 4096,
    )
    this.perMetre = 1 / cell
    this.west = bounds[0]
    this.south = bounds[1]
    this.columns = Math.floor(width / cell) + 1
    this.rows = Math.floor(height / cell) + 1
    this.packedFrom = new Int32Array(this.columns * this.rows + 1)
    this.chain = new Int32Array(this.columns * this.rows).fill(NONE)
    this.packed = this.pack(slots)
    this.boxes = boxesOf(petals, this.packed)
  }

  insert(slot: number): void {
    const cell = this.cellOf(slot)
    this.reach = Math.max(this.reach, this.petals.radius[slot]!)
    this.next[slot] = this.chain[cell]!
    this.chain[cell] = slot
    this.chained++
  }

  /** Takes a petal out; its apex must still be the one it was entered with. */
  remove(slot: number): void {
    const cell = this.cellOf(slot)
    for (let i = this.packedFrom[cell]!; i < this.packedFrom[cell + 1]!; i++) {
      if (this.packed[i] !== slot) continue
      this.packed[i] = TOMB
      this.boxes[i * 4] = Infinity
      return
    }
    let before = NONE
    for (let at = this.chain[cell]!; at !== NONE; before = at, at = this.next[at]!) {
      if (at !== slot) continue
      if (before === NONE) this.chain[cell] = this.next[at]!
      else this.next[before] = this.next[at]!
      this.chained--
      return
    }
  }

  /** Adds the slots whose boxes meet a box to `found`, from place `count` on, and returns the new count. */
  search(west: number, south: number, east: number, north: number, found: SlotList, count: number): number {
    const { packedFrom, packed, boxes, columns, reach } = this
    const firstColumn = this.column(west - reach)
    const lastColumn = this.column(east + reach)
    const lastRow = this.row(north + reach)
    let slots: Int32Array = found.slots
    for (let row = this.row(south - reach); row <= lastRow; row++) {
      const end = packedFrom[row * columns + lastColumn + 1]!
      for (let i = packedFrom[row * columns + firstColumn]!; i < end; i++) {
        const box = i * 4
        if (boxes[box]! > east || boxes[box + 2]! < west || boxes[box + 1]! > north || boxes[box + 3]! < south) continue
        if (count === slots.length) slots = found.widen()
        slots[count++] = packed[i]!
      }
    }
    return this.chained === 0 ? count : this.searchChains(west, south, east, north, found, count)
  }

  private searchChains(
    west: number,
    south: number,
    east: number,
    north: number,
    found: SlotList,
    count: number,
  ): number {
    const { petals, columns, reach } = this
    const lastColumn = this.column(east + reach)
    const lastRow = this.row(north + reach)
    for (let row = this.row(south - reach); row <= lastRow; row++) {
      for (let column = this.column(west - reach); column <= lastColumn; column++) {
        for (let slot = this.chain[row * columns + column]!; slot !== NONE; slot = this.next[slot]!) {
          if (petals.west[slot]! > east || petals.east[slot]! < west) continue
          if (petals.south[slot]! > north || petals.north[slot]! < south) continue
          if (count === found.slots.length) found.widen()
          found.slots[count++] = slot
        }
      }
    }
    return count
  }

  private pack(slots: Int32Array): Int32Array {
    const { packedFrom } = this
    for (const slot of slots) {
      const cell = this.cellOf(slot) + 1
      packedFrom[cell] = packedFrom[cell]! + 1
    }
    for (let cell = 1; cell < packedFrom.length; cell++) packedFrom[cell] = packedFrom[cell]! + packedFrom[cell - 1]!
    const filled = packedFrom.slice()
    const packed = new Int32Array(slots.length)
    for (const slot of slots) {
      const cell = this.cellOf(slot)
      const at = filled[cell]!
      packed[at] = slot
      filled[cell] = at + 1
    }
    return packed
  }

  private cellOf(slot: number): number {
    return this.row(this.petals.y[slot]!) * this.columns + this.column(this.petals.x[slot]!)
  }

  private column(x: number): number {
    const column = Math.floor((x - this.west) * this.perMetre)
    return column < 0 ? 0 : column < this.columns ? column : this.columns - 1
  }

  private row(y: number): number {
    const row = Math.floor((y - this.south) * this.perMetre)
    return row < 0 ? 0 : row < this.rows ? row : this.rows - 1
  }
}

function boxesOf(petals: PetalStore, slots: Int32Array): Float64Array {
  const boxes = new Float64Array(slots.length * 4)
  for (let i = 0; i < slots.length; i++) {
    const slot = slots[i]!
    boxes[i * 4] = petals.west[slot]!
    boxes[i * 4 + 1] = petals.south[slot]!
    boxes[i * 4 + 2] = petals.east[slot]!
    boxes[i * 4 + 3] = petals.north[slot]!
  }
  return boxes
}
