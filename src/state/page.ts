import { create } from 'zustand'

/** Whether the map has drawn the city once, or never will: until then the page loads nothing the map does not need. */
export const useFirstFrame = create<{ readonly drawn: boolean }>(() => ({ drawn: false }))
export const markFirstFrame = (): void => useFirstFrame.setState({ drawn: true })

/** What of the opened link could not be honoured, for a notice; nothing in a link is dropped silently. */
export interface LinkState {
  readonly unknown: readonly string[]
  readonly missing: { readonly feed: string; readonly id: string } | null
}

const nothing: LinkState = { unknown: [], missing: null }

export const useLink = create<LinkState>(() => nothing)
export const reportLink = (change: Partial<LinkState>): void => useLink.setState(change)
export const dismissLink = (): void => useLink.setState(nothing)
