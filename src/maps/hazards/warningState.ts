import { warningSpan } from '#core/warnings/warnings.ts'

export type WarningState = 'inForce' | 'coming' | 'over' | 'cancelled'

/** Where a warning stands at `now`, epoch milliseconds: one taken back before its end is told from one that ran out. */
export function warningState(properties: Readonly<Record<string, unknown>>, now: number): WarningState {
  const { from, until } = warningSpan(properties)
  if (until !== null && until <= now) return properties.cancelled === true ? 'cancelled' : 'over'
  return from !== null && from > now ? 'coming' : 'inForce'
}
