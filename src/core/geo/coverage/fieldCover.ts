/** A disc or sector in a plane, metres. */
export interface FieldCover {
  readonly x: number
  readonly y: number
  /** Metres; 0 or less covers nothing. */
  readonly radius: number
  /** Degrees clockwise from +y, any turn, or null for the full disc. */
  readonly azimuth: number | null
  /** Degrees; null, or 360 and more, is the full disc. */
  readonly beamwidth: number | null
}

/** Steps to a metre of the lattice that apexes, radii and vertices are rounded to: 60 nm, so differences are exact. */
const STEPS = 2 ** 24

/** Rounds metres to the lattice. What is nearer than that is the same place; what is not is told apart without error. */
export function snap(metres: number): number {
  return Math.round(metres * STEPS) / STEPS
}
