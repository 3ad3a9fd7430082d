import type { Action } from '#core/model/action.ts'
import type { Reason } from '#core/model/feedReport.ts'

/** How far an action is: kept, on its way, done by the server, or refused by it. */
export type ActionState = 'queued' | 'sending' | 'accepted' | 'refused'

/** An action as the outbox holds it. */
export interface OutboxEntry {
  readonly action: Action
  /** Place in the order of asking; unique, growing. */
  readonly order: number
  readonly state: ActionState
  /** Attempts that came to nothing so far. */
  readonly attempts: number
  /** Why it was refused, or why the last attempt came to nothing; null: no trouble yet. */
  readonly problem: Reason | null
  /** When it came into this state, by the app's clock, epoch milliseconds. */
  readonly since: number
}

/** Still to be sent or answered. */
export const isWaiting = ({ state }: OutboxEntry): boolean => state === 'queued' || state === 'sending'
