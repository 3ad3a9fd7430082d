import { createStore, del, entries, set, type UseStore } from 'idb-keyval'
import type { Action } from '#core/model/feedDefinitions.ts'
import type { Reason } from '#core/model/feedReport.ts'

/** How far an action is: kept, on its way, done by the server, or refused by it. */
type ActionState = 'queued' | 'sending' | 'accepted' | 'refused'

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

/** Where entries are kept so that they outlive the page. Every call may reject: a browser can forbid its store. */
export interface OutboxStore {
  /** Everything kept, in any order. */
  all(): Promise<readonly OutboxEntry[]>
  /** Keeps an entry in place of an earlier one of the same action. */
  put(entry: OutboxEntry): Promise<void>
  remove(actionId: string): Promise<void>
}

/** Keeps entries for as long as the page lives. */
export function memoryOutboxStore(): OutboxStore {
  const kept = new Map<string, OutboxEntry>()
  return {
    all: () => Promise.resolve([...kept.values()]),
    put: async (entry) => void kept.set(entry.action.id, entry),
    remove: async (actionId) => void kept.delete(actionId),
  }
}

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
