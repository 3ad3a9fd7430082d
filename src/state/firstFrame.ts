import { create } from 'zustand'

/** Whether the map has drawn the city once, or never will: until then the page loads nothing the map does not need. */
export const useFirstFrame = create<{ readonly drawn: boolean }>(() => ({ drawn: false }))
export const markFirstFrame = (): void => useFirstFrame.setState({ drawn: true })
