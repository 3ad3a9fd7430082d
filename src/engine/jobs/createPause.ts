import { nextTask } from './nextTask'

/** Longest a job keeps its thread before other questions are answered, but for a single step that takes longer. */
const SLICE_MS = 12

/**
 * The pauses of a long job, to be made between its steps: they give way to other questions when they are due, which is when
 * the job has had its slice of time, and at first, so that a short job can be cancelled too.
 */
export function createPause(sliceMs = SLICE_MS): { readonly due: () => boolean; readonly pause: () => Promise<void> } {
  let since = Number.NEGATIVE_INFINITY
  const due = () => performance.now() - since >= sliceMs
  return {
    due,
    async pause() {
      if (!due()) return
      await nextTask()
      since = performance.now()
    },
  }
}
