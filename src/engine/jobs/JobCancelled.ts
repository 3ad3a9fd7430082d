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
