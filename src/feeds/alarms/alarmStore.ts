import '#catalog/zodWithoutEval.ts'
import { createStore, get, set, type UseStore } from 'idb-keyval'
import { z } from 'zod'
import type { KeptAlarms } from '#core/devices/alarms.ts'
import { ALARM_LEVELS } from '#core/model/feedDefinitions.ts'

/** Where the alarm log of a city is kept so that acknowledgements and mutes outlive the page. */
export interface AlarmStore {
  /** What was written last under a key; undefined when nothing was, or the browser forbids its store. */
  read(key: string): Promise<unknown>
  /** A full or forbidden store is no error: the log then lives as long as the page. */
  write(key: string, value: unknown): Promise<void>
}

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

const alarm = z.object({
  feed: z.string(),
  device: z.string(),
  rule: z.string(),
  level: z.enum(ALARM_LEVELS),
  side: z.enum(['above', 'below', 'rise', 'fall', 'silence']),
  value: z.number().nullable(),
  limit: z.number().nullable(),
  since: z.number(),
  raisedAt: z.number(),
  acknowledgedAt: z.number().nullable(),
  clearedAt: z.number().nullable(),
})

const keptAlarms = z.object({
  alarms: z.array(alarm),
  mutes: z.array(z.tuple([z.string(), z.number(), z.number()])),
})

/** A kept log as it was written, or null where a store holds nothing, or something else. */
export function readKeptAlarms(value: unknown): KeptAlarms | null {
  const parsed = keptAlarms.safeParse(value)
  return parsed.success ? parsed.data : null
}

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
