import { create } from 'zustand'

type Place = readonly [longitude: number, latitude: number]

/** What pointer and keyboard on the map mean while somebody places something; nothing is picked meanwhile. */
export interface MapTool {
  /** Under the pointer, or in the middle of the map while the keyboard moves it. */
  readonly follow: (at: Place) => void
  readonly place: (at: Place) => void
  readonly cancel: () => void
}

export const useMapTool = create<{ readonly tool: MapTool | null }>(() => ({ tool: null }))

/** Puts a tool in the hand that works on the map; null: it picks again. */
export const takeTool = (tool: MapTool | null): void => useMapTool.setState({ tool })
