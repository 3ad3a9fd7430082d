import { create } from 'zustand'

/** Passing UI: the health panel is open or not. Banners, the top bar and cards open it. */
export const useHealthPanelState = create<{ readonly open: boolean }>(() => ({ open: false }))
export const openHealthPanel = (): void => useHealthPanelState.setState({ open: true })
export const closeHealthPanel = (): void => useHealthPanelState.setState({ open: false })
