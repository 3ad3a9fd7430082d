import { PetalLayer } from './petalLayer'
import { type PetalStore, SlotList } from './petalStore'

/** Finds petals by box: one layer for every doubling of the radius, so that a few large ones do not slow all searches. */
export class PetalGrid {
  private readonly layers = new Map<number, PetalLayer>()
  private readonly bounds: readonly [number, number, number, number]
  private readonly list = new SlotList()

  constructor(private readonly petals: PetalStore) {
    this.bounds = boundsOf(petals)
    const sizes = new Map<number, { slots: number[]; reach: number }>()
    for (let slot = 0; slot < petals.slots; slot++) {
      if (petals.mast[slot]! < 0) continue
      const radius = petals.radius[slot]!
      const size = sizeOf(radius)
      const one = sizes.get(size) ?? { slots: [], reach: 0 }
      if (one.slots.length === 0) sizes.set(size, one)
      one.slots.push(slot)
      if (radius > one.reach) one.reach = radius
    }
    for (const [size, { slots, reach }] of sizes) {
      this.layers.set(size, new PetalLayer(petals, Int32Array.from(slots), reach, this.bounds))
    }
  }

  insert(slot: number): void {
    const size = sizeOf(this.petals.radius[slot]!)
    const layer = this.layers.get(size) ?? new PetalLayer(this.petals, new Int32Array(0), 2 ** size, this.bounds)
    this.layers.set(size, layer)
    layer.insert(slot)
  }

  /** Takes a petal out; it must still be as it was inserted. */
  remove(slot: number): void {
    this.layers.get(sizeOf(this.petals.radius[slot]!))?.remove(slot)
  }

  /** Slots of the last search, each once, in no set order. */
  get found(): Int32Array {
    return this.list.slots
  }

  /** Fills `found` with the slots whose boxes meet a box, and returns how many. */
  search(west: number, south: number, east: number, north: number): number {
    let count = 0
    for (const layer of this.layers.values()) count = layer.search(west, south, east, north, this.list, count)
    return count
  }
}

/** Which doubling of a metre a radius falls in. */
function sizeOf(radius: number): number {
  return radius >= 1 ? 32 - Math.clz32(radius) : 0
}

/** [west, south, east, north] of all apexes. */
function boundsOf(petals: PetalStore): [number, number, number, number] {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let slot = 0; slot < petals.slots; slot++) {
    if (petals.mast[slot]! < 0) continue
    west = Math.min(west, petals.x[slot]!)
    south = Math.min(south, petals.y[slot]!)
    east = Math.max(east, petals.x[slot]!)
    north = Math.max(north, petals.y[slot]!)
  }
  return west <= east ? [west, south, east, north] : [0, 0, 0, 0]
}
