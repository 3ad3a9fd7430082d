import { create } from 'zustand'

export interface EvaluationProgress {
  readonly done: number
  readonly of: number
}

interface EvaluationRun extends EvaluationProgress {
  /** Key of the evaluation that the user stopped; null: none. */
  readonly stopped: string | null
}

/** How far the evaluation under way has come, in rows, and whether the user stopped it; passing UI, so it has no other home. */
export const useEvaluationProgress = create<EvaluationRun>(() => ({ done: 0, of: 0, stopped: null }))

export const setEvaluationProgress = (done: number, of: number): void => useEvaluationProgress.setState({ done, of })

/** Another evaluation begins: what was stopped before is over. */
export const beginEvaluation = (): void => useEvaluationProgress.setState({ done: 0, of: 0, stopped: null })

/** The evaluation of this key is not to run until it is wanted again. */
export const stopEvaluation = (key: string | null): void => useEvaluationProgress.setState({ stopped: key })
