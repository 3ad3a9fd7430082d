import type { ComponentType } from 'react'
import { create } from 'zustand'

type Place = readonly [longitude: number, latitude: number]

/** What pointer and keyboard on the map mean while somebody places something; nothing is picked meanwhile. */
export interface MapTool {
  /** Under the pointer, or in the middle of the map while the keyboard moves it. */
  readonly follow: (at: Place) => void
  readonly place: (at: Place) => void
  readonly cancel: () => void
}

/** The component that stands in the map while a tool is in the hand, and hears pointer and keys for it. */
export type ToolHand = ComponentType<{ readonly tool: MapTool }>

export const useMapTool = create<{ readonly held: { readonly tool: MapTool; readonly Hand: ToolHand } | null }>(() => ({
  held: null,
}))

/** Puts a tool in the hand that works on the map. Its hand comes with it: no key is lost while code is loaded. */
export const takeTool = (tool: MapTool, Hand: ToolHand): void => useMapTool.setState({ held: { tool, Hand } })

/** The map picks again. */
export const dropTool = (): void => useMapTool.setState({ held: null })
