import type { CatalogLayer } from '#catalog/schema.ts'
import type { Palette } from './palettes'

export const LABEL_FONT = ['Noto Sans SC Variable'] as const

/** Below these zooms names of themed features would only cover the city; districts are what one finds one's way by. */
const LABEL_MINZOOM = { point: 14, line: 13, area: 12, ground: 8 } as const

export function labelledShape(layer: CatalogLayer): keyof typeof LABEL_MINZOOM {
  if (layer.group === 'ground') return 'ground'
  const types = new Set(layer.style.map((style) => style.type))
  if (types.has('symbol') || types.has('circle')) return 'point'
  if (types.has('fill') || types.has('fill-extrusion')) return 'area'
  return types.has('line') ? 'line' : 'point'
}

/** The symbol layer that `label` of a catalog layer stands for, without id, source and filter. */
export function labelStyle(layer: CatalogLayer, palette: Palette): Record<string, unknown> {
  const shape = labelledShape(layer)
  return {
    type: 'symbol',
    minzoom: Math.max(layer.minzoom ?? 0, LABEL_MINZOOM[shape]),
    layout: {
      'text-field': layer.label,
      'text-size': ['interpolate', ['linear'], ['zoom'], 12, 11, 17, 13],
      'text-max-width': 9,
      'text-padding': 4,
      ...(shape === 'point' && {
        'text-variable-anchor': ['top', 'bottom', 'left', 'right'],
        'text-radial-offset': 0.9,
        'text-justify': 'auto',
      }),
      ...(shape === 'line' && { 'symbol-placement': 'line', 'text-max-angle': 30 }),
    },
    paint: { 'text-color': palette.label1, 'text-halo-color': palette.labelHalo, 'text-halo-width': 1.4 },
  }
}
