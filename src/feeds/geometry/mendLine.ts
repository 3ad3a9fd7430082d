import type { Position } from 'geojson'
import { QuarantineError } from '../door/quarantineError'
import { QUARANTINE } from '../door/reasons'
import type { Mend } from './mend'

/** A line free of repeated positions. One that is left with a single position is quarantined. */
export function mendLine(line: readonly Position[], mends: Set<Mend>): Position[] {
  const distinct = dropRepeats(line, mends)
  if (distinct.length < 2) throw new QuarantineError('geometry', QUARANTINE.shortLine(distinct.length))
  return distinct
}

export const samePosition = (one: Position, other: Position): boolean => one[0] === other[0] && one[1] === other[1]

/** A copy in which no position equals the one before it. */
export function dropRepeats(positions: readonly Position[], mends: Set<Mend>): Position[] {
  const distinct = positions.filter((position, index) => {
    const before = positions[index - 1]
    return before === undefined || !samePosition(before, position)
  })
  if (distinct.length < positions.length) mends.add('repeatRemoved')
  return distinct
}
