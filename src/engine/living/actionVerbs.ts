import type { PendingAction } from '#core/cases/withPending.ts'
import type { TakeAction } from '#feeds/actions/actionSender.ts'

/** What users do to features, as far as the engine has to do with it. */
export interface ActionVerbs {
  /** Features are shown as they will be once these are done; what is no longer among them is shown as its feed says. */
  setPending(pending: readonly PendingAction[]): void
  /** Asks the simulator of a demonstration city; rejects while it is out of reach. */
  takeAction: TakeAction
}
