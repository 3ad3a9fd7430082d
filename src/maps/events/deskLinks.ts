import type { PendingAction } from '../../core/cases/withPending'
import type { TakeAction } from '../../feeds/actions/actionSender'
import type { City } from '../data/CityContext'

/** What the desk asks of the engine. */
export interface DeskLinks {
  /** The simulator of a demonstration city; null: there is none. */
  readonly takeAction: TakeAction | null
  /** Shows features as they will be once these are done; null: the engine does not. */
  readonly setPending: ((pending: readonly PendingAction[]) => Promise<void>) | null
}

/** The verbs of the city's engine that the desk uses, where the engine has them. */
export function deskLinks({ engine }: City): DeskLinks {
  const verbs = engine as Partial<{
    takeAction: TakeAction
    setPending: (pending: readonly PendingAction[]) => Promise<void>
  }>
  return { takeAction: verbs.takeAction ?? null, setPending: verbs.setPending ?? null }
}
