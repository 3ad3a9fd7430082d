import { nextTask } from './nextTask'

/** Longest a job keeps its thread before other questions are answered, but for a single step that takes longer. */
const SLICE_MS = 12

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
  { check, progress, sliceMs = SLICE_MS }: StepOptions,
): Promise<Result> {
  let since = performance.now()
  for (;;) {
    check()
    const step = steps.next()
    if (step.done) return step.value
    if (performance.now() - since < sliceMs) continue
    progress?.(step.value.done, step.value.of)
    await nextTask()
    since = performance.now()
  }
}
