import { platformTimers } from '#feeds/actions/platformTimers.ts'
import { browserAlarmStore } from '#feeds/alarms/alarmStore.ts'
import { browserHistory } from '#feeds/history/historyStore.ts'
import type { Surroundings } from '../surroundings'

/** What a browser thread has. */
export const browserSurroundings: Surroundings = {
  timers: platformTimers,
  clock: () => Date.now(),
  random: () => Math.random(),
  history: browserHistory,
  alarms: () => browserAlarmStore,
}
