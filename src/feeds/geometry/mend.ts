import type { Position } from 'geojson'
import { QuarantineError } from '../door/noticeLog'
import { QUARANTINE } from '../door/reasons'
import { hasArea, isOriented, signedDoubleArea } from './hasArea'

/** What was set right on one feature without a loss. */
export type Mend = 'ringClosed' | 'thirdDropped' | 'windingSet' | 'repeatRemoved'

/** A part or a ring that has no extent: it can be left out, and the rest of the feature stands. */
export class Degenerate extends QuarantineError {}

/** A line free of repeated positions. One that is left with a single position is degenerate. */
export function mendLine(line: readonly Position[], mends: Set<Mend>): Position[] {
  const distinct = dropRepeats(line, mends)
  if (distinct.length < 2) throw new Degenerate('geometry', QUARANTINE.shortLine(distinct.length))
  return distinct
}

const samePosition = (one: Position, other: Position): boolean => one[0] === other[0] && one[1] === other[1]

/** A copy in which no position equals the one before it. */
function dropRepeats(positions: readonly Position[], mends: Set<Mend>): Position[] {
  const distinct = positions.filter((position, index) => {
    const before = positions[index - 1]
    return before === undefined || !samePosition(before, position)
  })
  if (distinct.length < positions.length) mends.add('repeatRemoved')
  return distinct
}

/**
 * A ring closed, free of repeated positions, and winding as RFC 7946 asks: the outer ring counter-clockwise, holes
 * clockwise. `ring` has at least four positions as read. A ring of no area is degenerate.
 */
export function mendRing(ring: readonly Position[], outer: boolean, mends: Set<Mend>): Position[] {
  const distinct = dropRepeats(ring, mends)
  const first = distinct[0]
  const last = distinct.at(-1)
  if (first && last && !samePosition(first, last)) {
    distinct.push(first)
    mends.add('ringClosed')
  }
  if (distinct.length < 4 || !hasArea(distinct)) throw new Degenerate('geometry', QUARANTINE.emptyRing())
  if (isOriented(distinct) && signedDoubleArea(distinct) > 0 !== outer) {
    distinct.reverse()
    mends.add('windingSet')
  }
  return distinct
}
