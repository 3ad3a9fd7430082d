import type { OutboxEntry } from './outboxEntry'

/** Where entries are kept so that they outlive the page. Every call may reject: a browser can forbid its store. */
export interface OutboxStore {
  /** Everything kept, in any order. */
  all(): Promise<readonly OutboxEntry[]>
  /** Keeps an entry in place of an earlier one of the same action. */
  put(entry: OutboxEntry): Promise<void>
  remove(actionId: string): Promise<void>
}
