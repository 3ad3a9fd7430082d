import type { PendingAction } from '#core/cases/withPending.ts'
import type { OutboxEntry } from './outboxEntry'

/** What the outbox holds that a feed may not show yet, in the order of asking; what was refused is not among it. */
export function pendingActions(entries: readonly OutboxEntry[]): readonly PendingAction[] {
  return entries
    .filter(({ state }) => state !== 'refused')
    .map(({ action, state, since }) => ({ action, acceptedAt: state === 'accepted' ? since : null }))
}
