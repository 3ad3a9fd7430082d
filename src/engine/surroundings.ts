import { platformTimers } from '#feeds/actions/platformTimers.ts'
import { type AlarmStore, browserAlarmStore } from '#feeds/alarms/alarmStore.ts'
import { browserHistory, type HistoryStore } from '#feeds/history/historyStore.ts'
import type { LIVE_TRANSPORTS } from '#feeds/live/registry.ts'
import type { Timers } from '#feeds/live/transport.ts'

/** What an engine needs of the world around it. */
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

/** The world of a browser thread. */
export const surroundings: Surroundings = {
  timers: platformTimers,
  clock: () => Date.now(),
  random: () => Math.random(),
  history: browserHistory,
  alarms: () => browserAlarmStore,
}
