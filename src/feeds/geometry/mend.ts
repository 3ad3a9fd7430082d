import type { Position } from 'geojson'
import { QuarantineError } from '../door/noticeLog'
import { QUARANTINE } from '../door/reasons'
import { hasArea, isOriented, signedDoubleArea } from './hasArea'

/** What was set right on one feature. */
export type Mend = 'ringClosed' | 'thirdDropped' | 'windingSet' | 'repeatRemoved' | 'idNumbered'

/** A line free of repeated positions. One that is left with a single position is quarantined. */
export function mendLine(line: readonly Position[], mends: Set<Mend>): Position[] {
  const distinct = dropRepeats(line, mends)
  if (distinct.length < 2) throw new QuarantineError('geometry', QUARANTINE.shortLine(distinct.length))
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
 * clockwise. `ring` has at least four positions as read. A ring of no area is quarantined.
 */
export function mendRing(ring: readonly Position[], outer: boolean, mends: Set<Mend>): Position[] {
  const distinct = dropRepeats(ring, mends)
  const first = distinct[0]
  const last = distinct.at(-1)
  if (first && last && !samePosition(first, last)) {
    distinct.push(first)
    mends.add('ringClosed')
  }
  if (distinct.length < 4 || !hasArea(distinct)) throw new QuarantineError('geometry', QUARANTINE.emptyRing())
  if (isOriented(distinct) && signedDoubleArea(distinct) > 0 !== outer) {
    distinct.reverse()
    mends.add('windingSet')
  }
  return distinct
}
