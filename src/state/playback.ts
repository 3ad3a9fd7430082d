import { create } from 'zustand'

/** Whether the time bar is open, by which time it looks back, and where its slider was put while the page is on its way there. */
interface PlaybackState {
  readonly open: boolean
  readonly axis: 'known' | 'happened'
  /** Epoch milliseconds; null: the slider stands where the page looks. */
  readonly slider: number | null
}

export const usePlayback = create<PlaybackState>(() => ({ open: false, axis: 'known', slider: null }))

export const openTimeBar = (open: boolean): void => usePlayback.setState({ open })
export const lookBy = (axis: PlaybackState['axis']): void => usePlayback.setState({ axis })
export const slideTo = (slider: number | null): void => usePlayback.setState({ slider })
