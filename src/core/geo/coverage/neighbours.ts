import { candidates } from './candidates'
import type { FieldSubject } from './fieldSubject'
import type { PetalGrid } from './petalGrid'
import type { PetalStore } from './petalStore'

/** With more candidates than this it pays to look for those of a place. */
const MANY = 256

/** The petals that may cover a part of a subject: all its candidates, or where these are many, those of a box. */
export class Neighbours {
  slots: Int32Array = candidates

  constructor(
    private readonly petals: PetalStore,
    private readonly grid: PetalGrid,
    private readonly subject: FieldSubject,
    private readonly count: number,
  ) {}

  /** Fills `slots` with those that may cover a part of a petal's edge inside the subject, and returns how many. */
  ofPetal(slot: number): number {
    if (this.count <= MANY) return this.all()
    const { petals, subject } = this
    return this.ofBox(
      Math.max(petals.west[slot]!, subject.west),
      Math.max(petals.south[slot]!, subject.south),
      Math.min(petals.east[slot]!, subject.east),
      Math.min(petals.north[slot]!, subject.north),
    )
  }

  /** The same for one of the subject's edges. */
  ofEdge(edge: number): number {
    const { subject } = this
    if (this.count <= MANY) return this.all()
    const x = subject.originX + subject.x[edge]!
    const y = subject.originY + subject.y[edge]!
    const [dx, dy] = [subject.dx[edge]!, subject.dy[edge]!]
    return this.ofBox(Math.min(x, x + dx), Math.min(y, y + dy), Math.max(x, x + dx), Math.max(y, y + dy))
  }

  private ofBox(west: number, south: number, east: number, north: number): number {
    const found = this.grid.search(west, south, east, north)
    this.slots = this.grid.found
    return found
  }

  private all(): number {
    this.slots = candidates
    return this.count
  }
}
