import { create } from 'zustand'

/** How areas that belong to no feed are drawn. */
type OverlayLook = 'emerging' | 'sectors'

/** Areas worked out by the engine: WGS84 GeoJSON by URL. */
export interface MapOverlay {
  readonly look: OverlayLook
  readonly url: string
}

export type MapOverlays = Readonly<Record<string, MapOverlay>>

/** What lies over the areas of the map beside its layers, by name of who shows it. */
export const useOverlays = create<{ readonly overlays: MapOverlays }>(() => ({ overlays: {} }))

export const showOverlay = (name: string, overlay: MapOverlay): void =>
  useOverlays.setState(({ overlays }) => ({ overlays: { ...overlays, [name]: overlay } }))

export const hideOverlay = (name: string): void =>
  useOverlays.setState(({ overlays }) => {
    const { [name]: _, ...rest } = overlays
    return { overlays: rest }
  })
