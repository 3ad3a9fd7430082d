import { create } from 'zustand'
import type { ExplainedMetric } from '#engine/engineApi.ts'

/** Passing: what the map shows of a row while its parameters are tried; null while it stands as published. */
interface TriedState {
  readonly row: string | null
  /** The row as tried; null until the first answer. */
  readonly explanation: ExplainedMetric | null
}

export const NOT_TRIED: TriedState = { row: null, explanation: null }
export const useTried = create<TriedState>(() => NOT_TRIED)
