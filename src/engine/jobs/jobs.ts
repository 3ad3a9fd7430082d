const NAME = 'JobCancelled'

/** A long job was stopped before its end: it has no answer, not even half of one. */
export class JobCancelled extends Error {
  constructor(job: string) {
    super(`${job} was cancelled`)
    this.name = NAME
  }
}

/** Whether an answer failed to come because its job was cancelled; an error keeps its name on the way between threads. */
export function isJobCancelled(error: unknown): boolean {
  return error instanceof Error && error.name === NAME
}

export interface Jobs {
  /**
   * Runs long work under an id; an earlier job of the same id is cancelled. The work calls `check` between its steps.
   * @throws JobCancelled when it was cancelled, even if it came to its end meanwhile.
   */
  run<T>(id: string | undefined, work: (check: () => void) => Promise<T>): Promise<T>
  /** A job of this id is about to run, once what it is about is ready: it can be cancelled from now on. */
  announce(id: string): void
  /** What the job would have been about cannot be had: it will not run. */
  retract(id: string): void
  /** Stops a job at its next step; one that has ended or never began is none. */
  cancel(id: string): void
}

/** The long jobs of one engine that are under way. */
export function createJobs(): Jobs {
  const running = new Map<string, AbortController>()
  const announced = new Map<string, AbortController>()
  return {
    announce: (id) => void announced.set(id, new AbortController()),
    retract: (id) => void announced.delete(id),
    async run(id, work) {
      if (id === undefined) return work(() => {})
      running.get(id)?.abort(new JobCancelled(id))
      const job = announced.get(id) ?? new AbortController()
      announced.delete(id)
      running.set(id, job)
      const check = () => job.signal.throwIfAborted()
      try {
        check()
        const answer = await work(check)
        check()
        return answer
      } finally {
        if (running.get(id) === job) running.delete(id)
      }
    },
    cancel(id) {
      running.get(id)?.abort(new JobCancelled(id))
      announced.get(id)?.abort(new JobCancelled(id))
    },
  }
}
