import { type PaletteTheme, palettes } from './palettes'
import type { MapLayerSpec } from './ResolvedLayer'

/** Keys of the feature-state that mark what the pointer is on and what is selected. */
export const HOVER_STATE = 'hover'
export const SELECTED_STATE = 'selected'

const isOn = (key: string): unknown => ['boolean', ['feature-state', key], false]
const shown = ['case', isOn(SELECTED_STATE), 1, isOn(HOVER_STATE), 0.65, 0]

/** The accent outline of the hovered and selected features of a drawn layer; null where a heat map is drawn. */
export function highlightStyle(spec: MapLayerSpec, theme: PaletteTheme): MapLayerSpec | null {
  const { accent } = palettes[theme]
  const { filter, minzoom, maxzoom, type } = spec
  const common = {
    id: `${spec.id}:highlight`,
    ...(spec.source !== undefined && { source: spec.source }),
    ...(filter !== undefined && { filter }),
    ...(minzoom !== undefined && { minzoom }),
    ...(maxzoom !== undefined && { maxzoom }),
  }
  switch (type) {
    case 'fill':
    case 'fill-extrusion':
    case 'line':
      return {
        ...common,
        type: 'line',
        layout: { 'line-join': 'round', 'line-cap': 'round' },
        paint: { 'line-color': accent, 'line-opacity': shown, 'line-width': type === 'line' ? 4 : 2.5 },
      }
    case 'circle':
    case 'symbol':
      return {
        ...common,
        type: 'circle',
        paint: {
          'circle-color': accent,
          'circle-opacity': 0,
          'circle-radius': ['interpolate', ['linear'], ['zoom'], 10, 7, 16, 14],
          'circle-stroke-color': accent,
          'circle-stroke-width': 2.5,
          'circle-stroke-opacity': shown,
        },
      }
    default:
      return null
  }
}
