import { type FieldCover, snap } from './fieldCover'
import type { FieldSubject } from './fieldSubject'
import { measureSubject, type SubjectMeasure } from './measureSubject'
import { type OpenEdge, openEdge } from './openEdge'
import { petalsOf } from './petal'
import { PetalGrid } from './petalGrid'
import { PetalStore } from './petalStore'

export type { FieldCover } from './fieldCover'
export type FieldCoverage = SubjectMeasure

/**
 * The union of discs and sectors in a plane, never built: kept so that what it covers of any region can be measured
 * exactly, and so that one cover can come or go at the cost of its neighbours alone. What is measured depends on the
 * covers there are, bit for bit, and not on the order or history of their coming.
 */
export interface CoverageField {
  /** Adds a cover and gives the handle to remove it by. One that covers nothing has a handle too. */
  add(cover: FieldCover): number
  remove(handle: number): void
  /** @param wantGap whether the uncovered rings are wanted; without them they are null. */
  measure(subject: FieldSubject, wantGap: boolean): FieldCoverage
  /** All petals with an open edge, and that edge: the boundary of the union. */
  eachOpenEdge(visit: (x: number, y: number, radius: number, edge: OpenEdge) => void): void
}

/** Footprints with one apex. */
interface Mast {
  readonly x: number
  readonly y: number
  readonly covers: Map<number, FieldCover>
  petals: number[]
}

/**
 * A field of covers, in metres.
 * @throws RangeError for a cover whose place or radius is not a finite number.
 */
export function coverageField(covers: Iterable<FieldCover>): CoverageField {
  const petals = new PetalStore()
  const masts: Mast[] = []
  const freeMasts: number[] = []
  const mastAt = new Map<number, Map<number, number>>()
  const mastOfHandle: number[] = []
  const edges: (OpenEdge | null)[] = []

  for (const cover of covers) enter(cover)
  const grid = new PetalGrid(petals, ...extentOf(masts))
  for (const [index, mast] of masts.entries()) grow(mast, index)

  /** Puts a cover on its mast and gives its handle; petals are not grown yet. */
  function enter({ x, y, radius, azimuth, beamwidth }: FieldCover): number {
    if (!Number.isFinite(x) || !Number.isFinite(y) || !Number.isFinite(radius)) {
      throw new RangeError(`a cover needs finite numbers, found x ${x}, y ${y}, radius ${radius}`)
    }
    const cover = { x: snap(x), y: snap(y), radius: snap(radius), azimuth, beamwidth }
    const handle = mastOfHandle.length
    const mast = mastOf(cover.x, cover.y)
    mastOfHandle.push(mast)
    masts[mast]!.covers.set(handle, cover)
    return handle
  }

  function mastOf(x: number, y: number): number {
    const column = mastAt.get(x) ?? new Map<number, number>()
    mastAt.set(x, column)
    const known = column.get(y)
    if (known !== undefined) return known
    const mast = freeMasts.pop() ?? masts.length
    masts[mast] = { x, y, covers: new Map(), petals: [] }
    column.set(y, mast)
    return mast
  }

  function grow(mast: Mast, index: number): void {
    mast.petals = petalsOf([...mast.covers.values()]).map((petal) => {
      const slot = petals.add(index, mast.x, mast.y, petal)
      grid.insert(slot)
      edges[slot] = null
      return slot
    })
  }

  /** Forgets the open edges of all petals that a petal meets. */
  function forgetAround(slot: number): void {
    const found = grid.search(petals.west[slot]!, petals.south[slot]!, petals.east[slot]!, petals.north[slot]!)
    for (let i = 0; i < found; i++) edges[grid.found[i]!] = null
  }

  function regrow(index: number, change: (mast: Mast) => void): void {
    const mast = masts[index]!
    for (const slot of mast.petals) forgetAround(slot)
    for (const slot of mast.petals) {
      grid.remove(slot)
      petals.release(slot)
    }
    change(mast)
    grow(mast, index)
    for (const slot of mast.petals) forgetAround(slot)
  }

  const edgeOf = (slot: number): OpenEdge => {
    const known = edges[slot]
    if (known) return known
    const edge = openEdge(petals, grid, slot)
    edges[slot] = edge
    return edge
  }

  return {
    add(cover) {
      const handle = enter(cover)
      regrow(mastOfHandle[handle]!, () => {})
      return handle
    },
    remove(handle) {
      const index = mastOfHandle[handle]
      const mast = index === undefined ? undefined : masts[index]
      if (index === undefined || !mast?.covers.has(handle)) return
      regrow(index, () => mast.covers.delete(handle))
      if (mast.covers.size > 0) return
      mastAt.get(mast.x)?.delete(mast.y)
      if (mastAt.get(mast.x)?.size === 0) mastAt.delete(mast.x)
      freeMasts.push(index)
    },
    measure: (subject, wantGap) => measureSubject(subject, petals, grid, edgeOf, wantGap),
    eachOpenEdge(visit) {
      for (const mast of masts) {
        for (const slot of mast.petals) {
          const edge = edgeOf(slot)
          if (edge.arcs.length > 0 || edge.sides.length > 0) {
            visit(petals.x[slot]!, petals.y[slot]!, petals.radius[slot]!, edge)
          }
        }
      }
    },
  }
}

/** Bounding box of all covers and their mean radius. */
function extentOf(
  masts: readonly Mast[],
): [bounds: { west: number; south: number; east: number; north: number }, meanRadius: number] {
  const bounds = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity }
  let radii = 0
  let count = 0
  for (const { x, y, covers } of masts) {
    bounds.west = Math.min(bounds.west, x)
    bounds.south = Math.min(bounds.south, y)
    bounds.east = Math.max(bounds.east, x)
    bounds.north = Math.max(bounds.north, y)
    for (const { radius } of covers.values()) {
      radii += Math.max(0, radius)
      count++
    }
  }
  if (count === 0) return [{ west: 0, south: 0, east: 0, north: 0 }, 1]
  return [bounds, Math.max(radii / count, 1)]
}
