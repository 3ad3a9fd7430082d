import { create } from 'zustand'
import { type EngineHealth, WELL } from '#core/model/engineHealth.ts'

/** How the engine's thread is: nothing on the page is newer than when it was last well. */
export const useEngineHealth = create<EngineHealth>(() => WELL)

export const setEngineHealth = (health: EngineHealth): void => useEngineHealth.setState(health)
