import { type AlarmStore, memoryAlarmStore } from '#feeds/alarms/alarmStore.ts'
import { type HistoryStore, memoryHistory } from '#feeds/history/historyStore.ts'
import type { LIVE_TRANSPORTS } from '#feeds/live/registry.ts'
import type { Timers } from '#feeds/live/transport.ts'

/** What an engine needs around it. */
export interface Surroundings {
  /** Null: no channels are opened and time does not pass by itself; the engine only answers. */
  readonly timers: Timers | null
  /** Real time, epoch milliseconds. */
  readonly clock: () => number
  /** In [0, 1). */
  readonly random: () => number
  /** Where the changes of the live feeds are kept. */
  readonly history: () => HistoryStore
  /** Where acknowledgements and mutes of alarms are kept. */
  readonly alarms: () => AlarmStore
  /** How channels are opened; those of `feeds/live` when absent. */
  readonly transports?: typeof LIVE_TRANSPORTS
}

/** Nothing moves and nothing is kept: for an engine that only answers. */
export const STILL: Surroundings = {
  timers: null,
  clock: () => Date.now(),
  random: () => 0.5,
  history: memoryHistory,
  alarms: memoryAlarmStore,
}
