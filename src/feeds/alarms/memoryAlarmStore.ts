import type { AlarmStore } from './alarmStore'

/** Keeps logs for as long as the page lives, as copies. */
export function memoryAlarmStore(): AlarmStore {
  const kept = new Map<string, string>()
  return {
    async read(key) {
      const text = kept.get(key)
      return text === undefined ? undefined : JSON.parse(text)
    },
    write: async (key, value) => void kept.set(key, JSON.stringify(value)),
  }
}
