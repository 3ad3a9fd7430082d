import { type PaletteTheme, palettes } from './palettes'
import type { MapLayerSpec } from './ResolvedLayer'

/** How each look is drawn; adding one is one entry here and its name in the state. */
const LOOKS = {
  /** Cells in which more is reported than usual: a thick plain edge. Warning colours are for warnings, the accent for selection. */
  emerging: (source: string, theme: PaletteTheme): readonly MapLayerSpec[] => [
    {
      id: `${source}:fill`,
      source,
      type: 'fill',
      paint: { 'fill-color': palettes[theme].text1, 'fill-opacity': 0.08 },
    },
    {
      id: `${source}:line`,
      source,
      type: 'line',
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': palettes[theme].text1,
        'line-width': ['interpolate', ['linear'], ['zoom'], 10, 1.6, 15, 3.2],
      },
    },
  ],
  /** What single cameras see: those that work solid, those that do not dashed, by their `status`. */
  sectors: (source: string, theme: PaletteTheme): readonly MapLayerSpec[] => {
    const { covered, gap, unknown } = palettes[theme]
    const color = ['match', ['get', 'status'], '完好', covered, ['故障', '离线'], gap, unknown]
    const works = ['==', ['get', 'status'], '完好']
    const width = ['interpolate', ['linear'], ['zoom'], 12, 0.5, 16, 1.4]
    return [
      { id: `${source}:fill`, source, type: 'fill', paint: { 'fill-color': color, 'fill-opacity': 0.14 } },
      {
        id: `${source}:line`,
        source,
        type: 'line',
        filter: works,
        paint: { 'line-color': color, 'line-width': width, 'line-opacity': 0.8 },
      },
      {
        id: `${source}:dashed`,
        source,
        type: 'line',
        filter: ['!', works],
        paint: { 'line-color': color, 'line-width': width, 'line-dasharray': [3, 2] },
      },
    ]
  },
}

/** Id of the source of an overlay. */
export const overlaySource = (name: string): string => `overlay~${name}`

/** The layers that draw an overlay, areas and lines only. */
export const overlayMarks = (name: string, look: keyof typeof LOOKS, theme: PaletteTheme): readonly MapLayerSpec[] =>
  LOOKS[look](overlaySource(name), theme)
