import type { Position } from 'geojson'
import { QuarantineError } from '../door/quarantineError'
import { QUARANTINE } from '../door/reasons'
import { hasArea, isOriented, signedDoubleArea } from './hasArea'
import type { Mend } from './mend'
import { dropRepeats, samePosition } from './mendLine'

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
