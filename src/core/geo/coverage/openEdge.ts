import { diamondAngle } from './angles'
import { IntervalSet } from './intervalSet'
import { openSide, sidesOf } from './openSide'
import type { PetalGrid } from './petalGrid'
import { hideOnCircle, TURN } from './petalOnCircle'
import { DISC, type PetalStore } from './petalStore'

/** The part of a petal's edge that no other petal covers: where the union of all of them ends. */
export interface OpenEdge {
  /** Diamond angles from and to, pair by pair. */
  readonly arcs: readonly number[]
  /** Stretches of sides, from x, y, to x, y, with the petal on their left. */
  readonly sides: readonly number[]
}

/** Diamond angle: a shorter arc is rounding. */
export const ROUNDING_ARC = 1e-11

const open = new IntervalSet()

/** Finds the open edge of a petal. It depends only on the petals there are, not on their order. */
export function openEdge(petals: PetalStore, grid: PetalGrid, slot: number): OpenEdge {
  const found = grid.search(petals.west[slot]!, petals.south[slot]!, petals.east[slot]!, petals.north[slot]!)
  openArc(petals, slot, open)
  hideArcs(petals, slot, grid.found, found, open)
  const arcs: number[] = []
  for (let i = 0; i < open.size; i++) {
    if (open.ends[i]! - open.starts[i]! > ROUNDING_ARC) arcs.push(open.starts[i]!, open.ends[i]!)
  }
  const sides: number[] = []
  for (const side of sidesOf(petals, slot)) openSide(petals, slot, grid.found, found, side, sides)
  return { arcs, sides }
}

/** Fills a set with the whole arc of a petal. */
export function openArc(petals: PetalStore, slot: number, set: IntervalSet): void {
  if (petals.kind[slot] === DISC) {
    set.reset(0, TURN)
    return
  }
  const from = diamondAngle(petals.firstX[slot]!, petals.firstY[slot]!)
  const to = diamondAngle(petals.lastX[slot]!, petals.lastY[slot]!)
  set.size = 0
  if (from < to) set.append(from, to)
  else {
    if (to > 0) set.append(0, to)
    if (from < TURN) set.append(from, TURN)
  }
}

/** Takes from a set of arcs of a petal what petals of other masts cover. */
export function hideArcs(
  petals: PetalStore,
  slot: number,
  neighbours: Int32Array,
  found: number,
  set: IntervalSet,
): void {
  const mast = petals.mast[slot]
  for (let i = 0; i < found && set.size > 0; i++) {
    const other = neighbours[i]!
    if (petals.mast[other] !== mast) hideOnCircle(petals, slot, other, set)
  }
}
