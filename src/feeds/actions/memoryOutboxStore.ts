import type { OutboxEntry } from './outboxEntry'
import type { OutboxStore } from './outboxStore'

/** Keeps entries for as long as the page lives. */
export function memoryOutboxStore(): OutboxStore {
  const kept = new Map<string, OutboxEntry>()
  return {
    all: () => Promise.resolve([...kept.values()]),
    put: async (entry) => void kept.set(entry.action.id, entry),
    remove: async (actionId) => void kept.delete(actionId),
  }
}
