import { addArcs } from './arcPieces'
import { Boundary } from './boundary'
import { candidates, findCandidates } from './candidates'
import { addEdges } from './edgePieces'
import type { FieldSubject } from './fieldSubject'
import { type GapRings, linkRings } from './gapRings'
import { Neighbours } from './neighbours'
import type { PetalGrid } from './petalGrid'
import { DISC, type PetalStore } from './petalStore'
import { addSides } from './sidePieces'

export interface SubjectMeasure {
  /** Square metres of the subject, and of it what is covered; 0 ≤ covered ≤ area. */
  readonly area: number
  readonly covered: number
  /**
   * False when the pieces found do not close to rings, or cannot be right: then `covered` must not be used, and the
   * subject wants another method.
   */
  readonly closed: boolean
  /** The uncovered ground; null when there is none, or it was not wanted. */
  readonly gap: GapRings | null
}

/** The pieces' ends must meet to this share of the subject's width, and the area keep its bounds to it. */
const TOLERANCE = 2e-7

/**
 * What the union of petals covers of a subject: the boundary integral over the pieces of its edges inside the union, and
 * the parts of petals' edges inside the subject and in no other petal. The same pieces, the other way about, are the rings of the gap.
 */
export function measureSubject(
  subject: FieldSubject,
  petals: PetalStore,
  grid: PetalGrid,
  wantGap: boolean,
): SubjectMeasure {
  const { area } = subject
  if (subject.edges === 0) return { area, covered: 0, closed: true, gap: null }
  const count = findCandidates(subject, petals, grid)
  if (count < 0) return { area, covered: area, closed: true, gap: null }
  const boundary = new Boundary(wantGap ? [] : null)
  const neighbours = new Neighbours(petals, grid, subject, count)
  const whole = addEdges(subject, petals, neighbours, boundary)
  for (let i = 0; i < count; i++) {
    const slot = candidates[i]!
    addArcs(subject, petals, slot, neighbours, boundary)
    if (petals.kind[slot] !== DISC) addSides(subject, petals, slot, neighbours, boundary)
  }
  const { parts, gap } = boundary
  if (whole && parts.length === 0) return { area, covered: area, closed: true, gap: null }
  parts.sort((a, b) => a - b)
  let covered = boundary.area
  for (const part of parts) covered += part
  const size = Math.sqrt(area)
  const drift = Math.abs(boundary.driftX) + Math.abs(boundary.driftY)
  if (drift > TOLERANCE * size || covered < -TOLERANCE * area || covered > area * (1 + TOLERANCE)) {
    return { area, covered: 0, closed: false, gap: null }
  }
  const rings = gap && gap.length > 0 ? linkRings(gap) : null
  if (gap && gap.length > 0 && !rings) return { area, covered: 0, closed: false, gap: null }
  return { area, covered: Math.max(0, Math.min(area, covered)), closed: true, gap: rings }
}
