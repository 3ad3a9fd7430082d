import type { FieldCover } from '#core/geo/coverage/fieldCover.ts'

/** Rings of one part, closed, [x, y] in metres; read even-odd. */
export type Part = readonly (readonly (readonly number[])[])[]

/** One question put to the engine: how much of the subject do the covers cover? All in one plane, metres. */
export interface CoverageCase {
  /** Which generator made it. */
  readonly kind: string
  /** Parts are united. */
  readonly parts: readonly Part[]
  readonly covers: readonly FieldCover[]
}
