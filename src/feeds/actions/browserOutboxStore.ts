import { createStore, del, entries, set, type UseStore } from 'idb-keyval'
import type { OutboxEntry } from './outboxEntry'
import type { OutboxStore } from './outboxStore'

let store: UseStore | null = null
const kept = (): UseStore => {
  store ??= createStore('one-map-outbox', 'actions')
  return store
}

/** Keeps the entries of one catalog in this browser's IndexedDB; those of another catalog are not seen. */
export function browserOutboxStore(catalogUrl: string): OutboxStore {
  const prefix = `${catalogUrl}#`
  return {
    async all() {
      const found = await entries<string, OutboxEntry>(kept())
      return found.filter(([key]) => key.startsWith(prefix)).map(([, entry]) => entry)
    },
    async put(entry) {
      await set(prefix + entry.action.id, entry, kept())
    },
    async remove(actionId) {
      await del(prefix + actionId, kept())
    },
  }
}
