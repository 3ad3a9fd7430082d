import type { WorldEngine } from '#engine/engineApi.ts'

let jobs = 0

/**
 * Runs a long verb of the engine under an id of its own. When the signal is aborted the engine is told to stop, so that a
 * question nobody waits for any more keeps nobody else waiting.
 */
export async function engineJob<T>(
  engine: Pick<WorldEngine, 'cancel'>,
  signal: AbortSignal,
  run: (job: string) => Promise<T>,
): Promise<T> {
  jobs += 1
  const job = `job-${jobs}`
  // Whether the engine heard it is no concern of the page: the answer is dropped either way.
  const stop = () => void engine.cancel(job).catch(() => {})
  signal.addEventListener('abort', stop, { once: true })
  try {
    return await run(job)
  } finally {
    signal.removeEventListener('abort', stop)
  }
}
