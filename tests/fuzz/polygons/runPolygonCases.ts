import type { GeosEngine } from '../../bench/peers/geosEngine'
import { checkPolygonCase } from './checkPolygonCase'
import { makePolygonCase } from './makePolygonCase'
import type { PolygonCase } from './polygonCase'
import { shrinkPolygons } from './shrinkPolygons'

export interface WrongPolygons {
  readonly number: number
  readonly faults: readonly string[]
  /** Shrunk; it is wrong too, though its faults may read differently. */
  readonly smallest: PolygonCase
}

export interface PolygonFuzz {
  readonly wrong: readonly WrongPolygons[]
  /** Cases in which the edges would not close, or their gap not be drawn: the library is asked instead. */
  readonly unclosed: number
  readonly undrawn: number
  /** Cases right and neither wholly covered nor wholly open. */
  readonly partly: number
}

/** Cases `from` to `from + count`, each checked; wrong ones shrunk, and at most ten of them kept. */
export function runPolygonCases(
  geos: GeosEngine,
  seed: number,
  from: number,
  count: number,
  on: {
    readonly progress?: (done: number, wrong: number) => void
    readonly wrong?: (wrong: WrongPolygons) => void
  } = {},
): PolygonFuzz {
  const wrong: WrongPolygons[] = []
  let unclosed = 0
  let undrawn = 0
  let partly = 0
  for (let number = from; number < from + count && wrong.length < 10; number++) {
    const made = makePolygonCase(seed, number)
    const verdict = checkPolygonCase(geos, made)
    if (verdict.faults.length > 0) {
      const smallest = shrinkPolygons(made, (smaller) => checkPolygonCase(geos, smaller).faults.length > 0, 300)
      const found = { number, faults: verdict.faults, smallest }
      wrong.push(found)
      on.wrong?.(found)
    } else if (!verdict.closed) unclosed++
    else {
      if (!verdict.drawn) undrawn++
      if (verdict.partly) partly++
    }
    on.progress?.(number - from + 1, wrong.length)
  }
  return { wrong, unclosed, undrawn, partly }
}
