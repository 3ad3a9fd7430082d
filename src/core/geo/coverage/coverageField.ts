import { ApexIndex } from './apexIndex'
import { type FieldCover, snap } from './fieldCover'
import type { FieldSubject } from './fieldSubject'
import { measureSubject, type SubjectMeasure } from './measureSubject'
import { type OpenEdge, openEdge } from './openEdge'
import { isDisc, petalsOf } from './petal'
import { PetalGrid } from './petalGrid'
import { PetalStore } from './petalStore'

export type { FieldCover } from './fieldCover'
export type FieldCoverage = SubjectMeasure

/**
 * The union of discs and sectors in a plane, never built: kept so that what it covers of any region can be measured
 * exactly, and so that a cover can come or go at once. What is measured depends on the
 * covers there are, bit for bit, and not on the order or history of their coming.
 */
export interface CoverageField {
  /** Adds a cover and gives the handle to remove it by. One that covers nothing has a handle too. */
  add(cover: FieldCover): number
  /** Removes a cover. Its handle may be given to another afterwards. */
  remove(handle: number): void
  /** @param wantGap whether the uncovered rings are wanted; without them they are null. */
  measure(subject: FieldSubject, wantGap: boolean): FieldCoverage
  /** Visits the petals with an open edge: together the boundary of the union. */
  eachOpenEdge(visit: (x: number, y: number, radius: number, edge: OpenEdge) => void): void
}

const NONE = -1

/**
 * A field of covers, in metres. The first covers get the handles 0, 1, 2 ….
 * @throws RangeError for a cover whose place or radius is not a finite number.
 */
export function coverageField(covers: Iterable<FieldCover>): CoverageField {
  const petals = new PetalStore()
  const apexes = new ApexIndex()
  // By handle: the cover, its mast (the number of its apex), and the next cover on that mast.
  const coverOf: (FieldCover | null)[] = []
  const mastOf: number[] = []
  const nextCover: number[] = []
  const freeHandles: number[] = []
  // By mast: its first cover and its petals.
  const firstCover: number[] = []
  const petalsOn: (number | readonly number[])[] = []

  for (const cover of covers) enter(cover)
  for (let mast = 0; mast < apexes.size; mast++) grow(mast)
  const grid = new PetalGrid(petals)

  /** Puts a cover on its mast and gives its handle; petals are not grown yet. */
  function enter(cover: FieldCover): number {
    const { x, y, radius } = cover
    if (!Number.isFinite(x) || !Number.isFinite(y) || !Number.isFinite(radius)) {
      throw new RangeError(`a cover needs finite numbers, found x ${x}, y ${y}, radius ${radius}`)
    }
    const handle = freeHandles.pop() ?? coverOf.length
    const mast = apexes.numberOf(snap(x), snap(y))
    coverOf[handle] = cover
    mastOf[handle] = mast
    nextCover[handle] = firstCover[mast] ?? NONE
    firstCover[mast] = handle
    return handle
  }

  /** Takes a cover off its mast. */
  function leave(handle: number, mast: number): void {
    coverOf[handle] = null
    freeHandles.push(handle)
    if (firstCover[mast] === handle) firstCover[mast] = nextCover[handle]!
    else {
      let before = firstCover[mast]!
      while (nextCover[before] !== handle) before = nextCover[before]!
      nextCover[before] = nextCover[handle]!
    }
    if (firstCover[mast] === NONE) apexes.drop(mast)
  }

  function grow(mast: number): void {
    const first = firstCover[mast] ?? NONE
    const x = apexes.x[mast]!
    const y = apexes.y[mast]!
    const sole = first !== NONE && nextCover[first] === NONE ? coverOf[first]! : null
    if (sole && isDisc(sole)) {
      const radius = snap(sole.radius)
      petalsOn[mast] = radius > 0 ? petals.addDisc(mast, x, y, radius) : []
      return
    }
    const here: FieldCover[] = []
    for (let handle = first; handle !== NONE; handle = nextCover[handle]!) here.push(coverOf[handle]!)
    petalsOn[mast] = petalsOf(here).map((petal) => petals.add(mast, x, y, petal))
  }

  function eachPetal(mast: number, visit: (slot: number) => void): void {
    const on = petalsOn[mast]
    if (typeof on === 'number') visit(on)
    else on?.forEach(visit)
  }

  function wither(mast: number): void {
    eachPetal(mast, (slot) => {
      grid.remove(slot)
      petals.release(slot)
    })
    petalsOn[mast] = []
  }

  function regrow(mast: number): void {
    grow(mast)
    eachPetal(mast, (slot) => grid.insert(slot))
  }

  return {
    add(cover) {
      const handle = enter(cover)
      const mast = mastOf[handle]!
      wither(mast)
      regrow(mast)
      return handle
    },
    remove(handle) {
      const mast = mastOf[handle]
      if (mast === undefined || !coverOf[handle]) return
      wither(mast)
      leave(handle, mast)
      if (firstCover[mast] !== NONE) regrow(mast)
    },
    measure: (subject, wantGap) => measureSubject(subject, petals, grid, wantGap),
    eachOpenEdge(visit) {
      for (let slot = 0; slot < petals.slots; slot++) {
        if (petals.mast[slot] === NONE) continue
        const edge = openEdge(petals, grid, slot)
        if (edge.arcs.length === 0 && edge.sides.length === 0) continue
        visit(petals.x[slot]!, petals.y[slot]!, petals.radius[slot]!, edge)
      }
    },
  }
}
