import type { Part } from '../coverageCase'
import { curveBreaks } from '../curveBreaks'
import { partSpans } from '../partSpans'
import { boxOf } from '../planeBox'
import { mergeSpans, overlapLength, spanLength } from '../spans'
import type { PolygonCase } from './polygonCase'

/** Square metres of a subject and of what covers leave of it, by lines between all corners and crossings. */
export function scanlineOpen({ parts, covers }: PolygonCase): { readonly area: number; readonly open: number } {
  const heights = curveBreaks([...parts, ...covers.flat()], [], boxOf(parts))
  let area = 0
  let covered = 0
  for (let i = 1; i < heights.length; i++) {
    const high = heights[i]! - heights[i - 1]!
    const y = (heights[i]! + heights[i - 1]!) / 2
    const spansOf = (of: readonly Part[]) => mergeSpans(of.flatMap((part) => partSpans(part, y)))
    const subject = spansOf(parts)
    area += high * spanLength(subject)
    covered += high * overlapLength(subject, spansOf(covers.flat()))
  }
  return { area, open: area - covered }
}

/** Square metres that a drawn gap and what covers leave of a subject have in common, at least. */
export function scanlineCommon({ parts, covers }: PolygonCase, drawn: readonly Part[]): number {
  const heights = curveBreaks([...parts, ...covers.flat(), ...drawn], [], boxOf(parts))
  let common = 0
  for (let i = 1; i < heights.length; i++) {
    const high = heights[i]! - heights[i - 1]!
    const y = (heights[i]! + heights[i - 1]!) / 2
    const spansOf = (of: readonly Part[]) => mergeSpans(of.flatMap((part) => partSpans(part, y)))
    const gap = spansOf(drawn)
    common += high * (overlapLength(gap, spansOf(parts)) - overlapLength(gap, spansOf(covers.flat())))
  }
  return common
}
