import { create } from 'zustand'
import { type AppClock, clockTime, REAL_CLOCK } from '#core/model/time.ts'

/** The app's clock, and the past moment the page looks at (epoch milliseconds; null: it looks at now). */
interface ClockState {
  readonly clock: AppClock
  readonly looking: number | null
}

export const useClock = create<ClockState>(() => ({ clock: REAL_CLOCK, looking: null }))

/** The app's time, whatever moment is looked at, epoch milliseconds. */
export const liveTime = (): number => clockTime(useClock.getState().clock, Date.now())

/** The time as viewed: the moment looked at, else the app's time. */
export const viewedTime = (): number => useClock.getState().looking ?? liveTime()

export const setClock = (clock: AppClock): void => useClock.setState({ clock })

/** The same time at another speed. */
export const setClockSpeed = (speed: number): void => setClock({ start: liveTime(), at: Date.now(), speed })

export const lookAt = (looking: number | null): void => useClock.setState({ looking })
