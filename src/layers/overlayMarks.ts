import { type PaletteTheme, palettes } from './palettes'
import type { MapLayerSpec } from './ResolvedLayer'

/** How each look is drawn; adding one is one entry here and its name in the state. */
const LOOKS = {
  /** Cells in which more is reported than usual: a thick edge in the strongest tone of density. */
  emerging: (source: string, theme: PaletteTheme): readonly MapLayerSpec[] => [
    {
      id: `${source}:fill`,
      source,
      type: 'fill',
      paint: { 'fill-color': palettes[theme].seq5, 'fill-opacity': 0.16 },
    },
    {
      id: `${source}:line`,
      source,
      type: 'line',
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': palettes[theme].seq5,
        'line-width': ['interpolate', ['linear'], ['zoom'], 10, 1.6, 15, 3.2],
      },
    },
  ],
}

/** Id of the source of an overlay. */
export const overlaySource = (name: string): string => `overlay~${name}`

/** The layers that draw an overlay, areas and lines only. */
export const overlayMarks = (name: string, look: keyof typeof LOOKS, theme: PaletteTheme): readonly MapLayerSpec[] =>
  LOOKS[look](overlaySource(name), theme)
