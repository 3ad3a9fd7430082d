import { create } from 'zustand'
import { type AppClock, clockTime, REAL_CLOCK } from '#core/model/time.ts'
import { momentOf, worldOnShow } from './world'

/** The app's clock. */
export const useClock = create<{ readonly clock: AppClock }>(() => ({ clock: REAL_CLOCK }))

/** The app's time, whatever world is on show, epoch milliseconds. */
export const liveTime = (): number => clockTime(useClock.getState().clock, Date.now())

/** The time of the world on show: its moment, else the app's time. */
export const viewedTime = (): number => momentOf(worldOnShow()) ?? liveTime()

export const setClock = (clock: AppClock): void => useClock.setState({ clock })

/** The same time at another speed. */
export const setClockSpeed = (speed: number): void => setClock({ start: liveTime(), at: Date.now(), speed })
