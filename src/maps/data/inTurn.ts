const lanes = new WeakMap<object, Promise<unknown>>()

/**
 * Runs long jobs on one engine one after the other. A job whose signal was aborted while it waited never starts, so
 * that the newest request wins and no queue builds up. Rejects with the abort reason or the job's own error.
 */
export function inTurn<T>(engine: object, signal: AbortSignal, job: () => Promise<T>): Promise<T> {
  const before = lanes.get(engine) ?? Promise.resolve()
  const run = before.then(() => {
    signal.throwIfAborted()
    return job()
  })
  lanes.set(
    engine,
    run.catch(() => undefined),
  )
  return run
}
