import { createPause } from './createPause'

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
