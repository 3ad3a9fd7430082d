/** Promises that are waited for until something breaks. */
export interface Breaker {
  /** Settles as the promise does, or is rejected when something breaks; at once when it has. */
  guard<T>(promise: Promise<T>): Promise<T>
  /** Rejects what is waited for, and all that comes after. The first failure stands. */
  break(failure: Error): void
  /** Promises waited for now. */
  waiting(): number
}

/**
 * Lets go of each promise, and of what it gave, as soon as it settles. A race against one long-lived promise would not:
 * that promise keeps every race it ever took part in.
 */
export function createBreaker(): Breaker {
  const rejects = new Set<(failure: Error) => void>()
  let broken: Error | null = null
  return {
    guard: (promise) =>
      new Promise((resolve, reject) => {
        if (broken) {
          reject(broken)
          promise.catch(() => {})
          return
        }
        rejects.add(reject)
        promise.then(resolve, reject).finally(() => rejects.delete(reject))
      }),
    break(failure) {
      broken ??= failure
      for (const reject of rejects) reject(broken)
      rejects.clear()
    },
    waiting: () => rejects.size,
  }
}
