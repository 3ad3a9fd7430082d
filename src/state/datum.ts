import { create } from 'zustand'
import type { Datum } from '#core/model/datum.ts'

/** Passing: what maps that leave the page state as their datum. */
export const useDatum = create<{ readonly datum: Datum }>(() => ({ datum: 'wgs84' }))
