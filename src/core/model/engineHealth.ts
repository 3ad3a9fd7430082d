/** Why an engine's thread was given up: it threw, said what cannot be read, is gone, or was not heard for so long. */
export type EngineFault =
  | { readonly kind: 'error'; readonly detail: string }
  | { readonly kind: 'unread' }
  | { readonly kind: 'gone' }
  | { readonly kind: 'silent'; readonly seconds: number }

/** How the engine's thread is. */
export interface EngineHealth {
  /**
   * `busy`: it works on something and has not been heard for a while. `silent`: not heard either, and nothing is known that it
   * works on. `down`: given up; another is being started.
   */
  readonly state: 'well' | 'busy' | 'silent' | 'down'
  /** Since when it is not well, epoch milliseconds; null while it is. */
  readonly since: number | null
  /** Threads given up so far, and the last of them. */
  readonly failures: number
  readonly last: { readonly at: number; readonly fault: EngineFault } | null
}

export const WELL: EngineHealth = Object.freeze({ state: 'well', since: null, failures: 0, last: null })
