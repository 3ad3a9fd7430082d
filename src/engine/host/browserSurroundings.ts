import { browserAlarmStore } from '#feeds/alarms/alarmStore.ts'
import { browserHistory } from '#feeds/history/historyStore.ts'
import { platformTimers } from '#feeds/live/transport.ts'
import type { Surroundings } from '../surroundings'

/** What a browser thread has. */
export const browserSurroundings: Surroundings = {
  timers: platformTimers,
  clock: () => Date.now(),
  random: () => Math.random(),
  history: browserHistory,
  alarms: () => browserAlarmStore,
}
