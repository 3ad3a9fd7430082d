import { create } from 'zustand'

export interface EvaluationProgress {
  readonly done: number
  readonly of: number
}

/** How far the evaluation under way has come, in rows; passing UI, so it has no other home. */
export const useEvaluationProgress = create<EvaluationProgress>(() => ({ done: 0, of: 0 }))
export const setEvaluationProgress = (done: number, of: number): void => useEvaluationProgress.setState({ done, of })
