/** What one measurement of a subject gathers: the pieces of the covered ground's boundary, and those of the gap. */
export class Boundary {
  /** What pieces of the subject's own edges add to the covered area, m². */
  area = 0
  /** Sum of all pieces as vectors: nothing, when they close. */
  driftX = 0
  driftY = 0
  /** What arcs and sides add: summed smallest first, whatever order they were found in. */
  readonly parts: number[] = []

  /** @param gap pieces of the gap as in `GapRings`, or null when it is not wanted. */
  constructor(readonly gap: number[] | null) {}
}

/** Metres: a shorter piece is rounding. */
export const ROUNDING = 1e-9

/** Metres: how near a crossing may lie beyond the end of an edge and still cut. More cuts than needed do no harm. */
export const BEYOND = 1e-7

/**
 * Where along a piece it is asked whether it lies inside: no round share of it, for a circle is easily tangent to an edge at
 * one of its quarters.
 */
export const GENERIC = 0.43271
