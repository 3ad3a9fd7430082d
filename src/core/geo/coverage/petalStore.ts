import { diamondAngle } from './angles'
import type { Petal } from './petal'

/** A list of slots that is filled anew by every search. */
export class SlotList {
  slots: Int32Array = new Int32Array(64)

  widen(): Int32Array {
    const wider = new Int32Array(this.slots.length * 2)
    wider.set(this.slots)
    this.slots = wider
    return wider
  }
}

export const DISC = 0
export const WEDGE = 1
export const REFLEX = 2

/** The slot of no petal, which no search finds. */
export const TOMB = 0

/** Petals of all masts in columns, by slot. Coordinates in metres; a freed slot is used again. */
export class PetalStore {
  /** Apex. */
  x = new Float64Array(0)
  y = new Float64Array(0)
  radius = new Float64Array(0)
  kind = new Uint8Array(0)
  mast = new Int32Array(0)
  /** Unit vectors of the first and last side, counter-clockwise. */
  firstX = new Float64Array(0)
  firstY = new Float64Array(0)
  lastX = new Float64Array(0)
  lastY = new Float64Array(0)
  /** Where a side begins to be edge of the mast, metres from the apex; −1 where it is not. */
  firstSide = new Float64Array(0)
  lastSide = new Float64Array(0)
  /** Bounding box. */
  west = new Float64Array(0)
  south = new Float64Array(0)
  east = new Float64Array(0)
  north = new Float64Array(0)
  /** Slots in use are below this. */
  slots = 1
  private readonly free: number[] = []

  constructor() {
    this.grow()
    this.bury(TOMB)
  }

  add(mast: number, x: number, y: number, petal: Petal): number {
    if (petal.kind === 'disc') return this.addDisc(mast, x, y, petal.radius)
    const slot = this.take(mast, x, y, petal.radius)
    this.kind[slot] = petal.kind === 'wedge' ? WEDGE : REFLEX
    this.firstX[slot] = petal.first[0]
    this.firstY[slot] = petal.first[1]
    this.lastX[slot] = petal.last[0]
    this.lastY[slot] = petal.last[1]
    this.firstSide[slot] = petal.firstSide ?? -1
    this.lastSide[slot] = petal.lastSide ?? -1
    this.setBox(slot, petal)
    return slot
  }

  addDisc(mast: number, x: number, y: number, radius: number): number {
    const slot = this.take(mast, x, y, radius)
    this.kind[slot] = DISC
    this.firstSide[slot] = -1
    this.lastSide[slot] = -1
    this.west[slot] = x - radius
    this.south[slot] = y - radius
    this.east[slot] = x + radius
    this.north[slot] = y + radius
    return slot
  }

  /** Frees a slot; no search finds it any more. */
  release(slot: number): void {
    this.bury(slot)
    this.free.push(slot)
  }

  private bury(slot: number): void {
    this.mast[slot] = -1
    this.west[slot] = Infinity
    this.east[slot] = -Infinity
  }

  private take(mast: number, x: number, y: number, radius: number): number {
    const slot = this.free.pop() ?? this.slots++
    if (slot >= this.x.length) this.grow()
    this.x[slot] = x
    this.y[slot] = y
    this.radius[slot] = radius
    this.mast[slot] = mast
    return slot
  }

  private setBox(slot: number, { radius, first, last }: Petal): void {
    const x = this.x[slot]!
    const y = this.y[slot]!
    const from = diamondAngle(first[0], first[1])
    const to = diamondAngle(last[0], last[1])
    const reaches = (turn: number) => (from <= to ? from <= turn && turn <= to : turn >= from || turn <= to)
    const reach = (turns: readonly number[], a: number, b: number) =>
      turns.some(reaches) ? radius : Math.max(0, a * radius, b * radius)
    this.east[slot] = x + reach([0, 4], first[0], last[0])
    this.north[slot] = y + reach([1], first[1], last[1])
    this.west[slot] = x - reach([2], -first[0], -last[0])
    this.south[slot] = y - reach([3], -first[1], -last[1])
  }

  private grow(): void {
    const size = Math.max(64, this.x.length * 2)
    for (const column of COLUMNS) {
      const wider = new Float64Array(size)
      wider.set(this[column])
      this[column] = wider
    }
    const kind = new Uint8Array(size)
    kind.set(this.kind)
    this.kind = kind
    const mast = new Int32Array(size)
    mast.set(this.mast)
    this.mast = mast
  }
}

const COLUMNS = [
  'x',
  'y',
  'radius',
  'firstX',
  'firstY',
  'lastX',
  'lastY',
  'firstSide',
  'lastSide',
  'west',
  'south',
  'east',
  'north',
] as const
