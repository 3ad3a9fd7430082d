/** The engine's thread died or answered nothing in time. Callers see it as a failing, never as an empty answer. */
export class EngineFailure extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'EngineFailure'
  }
}
