/** Resolves when this thread has dealt with what was waiting for it. */
export const nextTask = (): Promise<void> => new Promise((done) => setTimeout(done))
