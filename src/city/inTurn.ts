const lanes = new WeakMap<object, Promise<unknown>>()

/**
 * Runs the long jobs of one lane (an engine, or one of its verbs) one after the other. A job whose signal was aborted while it waited never starts, so
 * that the newest request wins and no queue builds up. Rejects with the abort reason or the job's own error.
 */
export function inTurn<T>(lane: object, signal: AbortSignal, job: () => Promise<T>): Promise<T> {
  const before = lanes.get(lane) ?? Promise.resolve()
  const run = before.then(() => {
    signal.throwIfAborted()
    return job()
  })
  lanes.set(
    lane,
    run.catch(() => undefined),
  )
  return run
}
