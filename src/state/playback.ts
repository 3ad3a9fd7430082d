import { create } from 'zustand'

/** Whether the time bar is open, and by which time it looks back. */
interface PlaybackState {
  readonly open: boolean
  readonly axis: 'known' | 'happened'
}

export const usePlayback = create<PlaybackState>(() => ({ open: false, axis: 'known' }))

export const openTimeBar = (open: boolean): void => usePlayback.setState({ open })
export const lookBy = (axis: PlaybackState['axis']): void => usePlayback.setState({ axis })
