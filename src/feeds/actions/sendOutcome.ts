import type { Action } from '#core/model/action.ts'
import type { Reason } from '#core/model/feedReport.ts'

/** What came of one attempt. `later`: nobody knows whether it was done, so it is asked again with the same id. */
export type SendOutcome =
  | { readonly kind: 'accepted' }
  | { readonly kind: 'refused'; readonly reason: Reason }
  | {
      readonly kind: 'later'
      readonly reason: Reason
      /** The server's own wish when to come again, milliseconds; null: it said nothing. */
      readonly afterMs: number | null
    }

/** Asks once. Never rejects. */
export type SendAction = (action: Action) => Promise<SendOutcome>
