import { coverageField, type FieldCover } from '#core/geo/coverage/coverageField.ts'
import { type FieldSubject, fieldSubject } from '#core/geo/coverage/fieldSubject.ts'
import type { PlaneArea } from './inputs/planeCity'

/** The areas as the engine wants them; like the peers' polygons, made beforehand. */
export function oursSubjects(areas: readonly PlaneArea[]): FieldSubject[] {
  return areas.map((area) => fieldSubject([area]))
}

export interface OursCovered {
  /** Square metres covered, of each subject. */
  readonly covered: Float64Array
  /** Subjects the engine hands to a library. */
  readonly fallbacks: number
}

/** One whole run: a new field of the covers, and every subject measured. Nothing is left from an earlier run. */
export function oursCoverage(
  covers: readonly FieldCover[],
  subjects: readonly FieldSubject[],
  wantGap: boolean,
): OursCovered {
  const field = coverageField(covers)
  const covered = new Float64Array(subjects.length)
  let fallbacks = 0
  subjects.forEach((subject, i) => {
    const measured = field.measure(subject, wantGap)
    covered[i] = measured.covered
    if (!measured.closed) fallbacks++
  })
  return { covered, fallbacks }
}
