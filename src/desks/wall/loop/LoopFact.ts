/** What a stage of the loop says of now. `pressing`: somebody should act. */
export type LoopFact =
  | { readonly kind: 'known'; readonly text: string; readonly pressing: boolean }
  /** Its feed is too old to speak of now. */
  | { readonly kind: 'old' }
  | { readonly kind: 'pending' }
  /** The city has no feed for it. */
  | { readonly kind: 'none' }

export const PENDING: LoopFact = { kind: 'pending' }
export const NONE: LoopFact = { kind: 'none' }

export const known = (text: string, pressing = false): LoopFact => ({ kind: 'known', text, pressing })
