import { createStore, get, set, type UseStore } from 'idb-keyval'
import type { AlarmStore } from './alarmStore'

let store: UseStore | null = null
const kept = (): UseStore => {
  store ??= createStore('one-map-alarms', 'logs')
  return store
}

/** Keeps the log in this browser's IndexedDB. */
export const browserAlarmStore: AlarmStore = {
  async read(key) {
    try {
      return await get<unknown>(key, kept())
    } catch {
      return undefined
    }
  },
  async write(key, value) {
    try {
      await set(key, value, kept())
    } catch {
      // Private windows and full disks have no store.
    }
  },
}
