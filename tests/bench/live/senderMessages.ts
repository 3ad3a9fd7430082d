/** What the bench asks of the sender's process. */
export type SenderOrder =
  /** Cuts every stream and begins again with other devices. */
  | { readonly kind: 'reset'; readonly devices: number; readonly seed: number }
  /** Sends changes for so long, evenly. */
  | { readonly kind: 'send'; readonly seconds: number; readonly perSecond: number }

/** What it answers. */
export type SenderReport =
  | { readonly kind: 'listening'; readonly url: string }
  | { readonly kind: 'reset' }
  | { readonly kind: 'opened' }
  | { readonly kind: 'sent'; readonly tally: SendTally }

export interface SendTally {
  readonly changes: number
  readonly frames: number
  readonly seconds: number
  /** Most bytes that waited for a page that did not take them in. */
  readonly mostWaiting: number
  readonly listeners: number
  /** Streams opened since the reset: more than one means that a page connected again. */
  readonly opened: number
}

/** Argument of the sender's process, as JSON. */
export interface SenderFolders {
  /** Of the built app. */
  readonly app: string
  /** Of the built baseline page, served under `/baseline/`. */
  readonly baseline: string
  /** Answers in place of files, by path. */
  readonly texts: Readonly<Record<string, string>>
}
