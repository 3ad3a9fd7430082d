import { create } from 'zustand'
import type { EditFault } from '#engine/world/editFaults.ts'

/** The steps of the scenario on show that cannot be made of the city as it has become; the others are on show. */
export const useEditFaults = create<{ readonly faults: readonly EditFault[] }>(() => ({ faults: [] }))
