import type { Part } from '../coverageCase'

/** How much of a subject do polygons cover? All in one plane, metres. */
export interface PolygonCase {
  /** Which generator made it. */
  readonly kind: string
  /** Parts are united. */
  readonly parts: readonly Part[]
  /** Each cover by its parts. */
  readonly covers: readonly (readonly Part[])[]
}
