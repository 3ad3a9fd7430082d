/** What a user asks the system behind a feed to do with one feature. Kept and sent as it is. */
export interface Action {
  /** A UUID: the same action sent twice is done once. */
  readonly id: string
  readonly feed: string
  /** Identity of the feature, as text. */
  readonly feature: string
  readonly verb: string
  readonly unit?: string | undefined
  readonly note?: string | undefined
  /** The stage a return goes to; the one before where it does not say. */
  readonly to?: string | undefined
  /** Who asks, as the user signs. */
  readonly by: string
  /** When it was asked, by the app's clock, ISO with offset. */
  readonly at: string
}
