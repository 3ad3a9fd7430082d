import { createStore, get, set } from 'idb-keyval'
import type { Action } from '#core/model/feedDefinitions.ts'
import type { ActionStore } from './world/createDemoSession'

/** A demonstration begins afresh after a working day, real time. */
const KEPT_MS = 12 * 3_600_000

interface Kept {
  readonly since: number
  readonly actions: readonly Action[]
}

/** Accepted actions of a city in this browser; kept nowhere where there is no IndexedDB. */
export function browserActionStore(city: string): ActionStore {
  if (typeof indexedDB === 'undefined') return { load: async () => [], save: async () => {} }
  const store = createStore('one-map-demo', 'actions')
  let since: number | null = null
  return {
    async load() {
      const kept = await get<Kept>(city, store)
      if (!kept || Date.now() - kept.since > KEPT_MS) return []
      since = kept.since
      return kept.actions
    },
    async save(actions) {
      since ??= Date.now()
      await set(city, { since, actions } satisfies Kept, store)
    },
  }
}
