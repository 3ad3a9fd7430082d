import type { FieldSubject } from '#core/geo/coverage/fieldSubject.ts'
import { exactCovered } from './exactCovered'
import type { PlaneCity } from './inputs/planeCity'
import type { GeosEngine } from './peers/geosEngine'

export interface Agreement {
  /** Largest difference from the settled reference, relative to the area, over the sample. */
  readonly worst: number
  readonly sampled: number
  readonly agree: boolean
}

/** Ours against the settled reference on areas spread over those neither wholly covered nor wholly open. */
export function coverageAgreement(
  geos: GeosEngine,
  city: PlaneCity,
  subjects: readonly FieldSubject[],
  covered: Float64Array,
  sample = 25,
): Agreement {
  const partly = subjects.flatMap(({ area }, i) => (covered[i]! > 0 && covered[i]! < area ? [i] : []))
  const step = Math.max(1, Math.floor(partly.length / sample))
  const chosen = partly.filter((_, i) => i % step === 0).slice(0, sample)
  let worst = 0
  for (const area of chosen) {
    worst = Math.max(worst, Math.abs(exactCovered(geos, city, area) - covered[area]!) / subjects[area]!.area)
  }
  return { worst, sampled: chosen.length, agree: chosen.length > 0 && worst <= 1e-6 }
}

/** Largest difference of a peer's chords from ours, relative to the area; `areas` says which areas its answers are of. */
export function peerDifference(
  subjects: readonly FieldSubject[],
  covered: Float64Array,
  found: Float64Array,
  areas: readonly number[] = [...subjects.keys()],
): number {
  return Math.max(...areas.map((area, i) => Math.abs(found[i]! - covered[area]!) / subjects[area]!.area))
}
