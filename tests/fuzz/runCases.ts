import type { GeosEngine } from '../bench/peers/geosEngine'
import { checkCase } from './checkCase'
import type { CoverageCase } from './coverageCase'
import { makeCase } from './makeCase'
import { shrinkCase } from './shrinkCase'

export interface Wrong {
  readonly number: number
  readonly faults: readonly string[]
  /** Shrunk; it is wrong too, though its faults may read differently. */
  readonly smallest: CoverageCase
}

export interface FuzzResult {
  readonly cases: number
  /** Numbers of the cases in which the engine asked for the library. */
  readonly fallbacks: readonly number[]
  readonly wrong: readonly Wrong[]
  /** Cases right and neither wholly covered nor wholly open. */
  readonly partly: number
  /** Largest difference from GEOS among right cases, relative to the subject's area; slivers under 24 cm left out. */
  readonly worst: number
  /** How many cases each number of chords settled. */
  readonly settledAt: Readonly<Record<number, number>>
}

/** Cases `from` to `from + count`, each checked; wrong ones shrunk, and at most ten of them kept. */
export function runCases(
  geos: GeosEngine,
  seed: number,
  from: number,
  count: number,
  on: { readonly progress?: (done: number, wrong: number) => void; readonly wrong?: (wrong: Wrong) => void } = {},
): FuzzResult {
  const wrong: Wrong[] = []
  const settledAt: Record<number, number> = {}
  const fallbacks: number[] = []
  let worst = 0
  let partly = 0
  for (let number = from; number < from + count && wrong.length < 10; number++) {
    const made = makeCase(seed, number)
    const verdict = checkCase(geos, made)
    settledAt[verdict.segments] = (settledAt[verdict.segments] ?? 0) + 1
    if (!verdict.closed) fallbacks.push(number)
    if (verdict.faults.length > 0) {
      const smallest = shrinkCase(made, (smaller) => checkCase(geos, smaller).faults.length > 0, 300)
      const found = { number, faults: verdict.faults, smallest }
      wrong.push(found)
      on.wrong?.(found)
    } else if (verdict.closed) {
      worst = Math.max(worst, verdict.thin ? 0 : verdict.difference)
      if (verdict.partly) partly++
    }
    on.progress?.(number - from + 1, wrong.length)
  }
  return { cases: count, fallbacks, wrong, partly, worst, settledAt }
}
