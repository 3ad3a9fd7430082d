/** Resolves when this thread has dealt with what was waiting for it. */
export const nextTask = (): Promise<void> => new Promise((done) => setTimeout(done))

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

interface StepOptions {
  /** Throws when the job is to stop; asked before each step. */
  readonly check: () => void
  /** Told whenever the job gives way. */
  readonly progress?: ((done: number, of: number) => void) | undefined
  readonly sliceMs?: number
}

/** Runs a computation made of steps to its end, giving way to other questions between them. */
export async function runSteps<Result>(
  steps: Iterator<{ readonly done: number; readonly of: number }, Result>,
  { check, progress, sliceMs }: StepOptions,
): Promise<Result> {
  const { due, pause } = createPause(sliceMs)
  for (;;) {
    check()
    const step = steps.next()
    if (step.done) return step.value
    if (!due()) continue
    progress?.(step.value.done, step.value.of)
    await pause()
  }
}
