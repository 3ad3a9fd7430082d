/** A name in the languages of the app; `zh` is always there, `en` falls back to it. */
export interface LocalText {
  readonly zh: string
  readonly en?: string | undefined
}
