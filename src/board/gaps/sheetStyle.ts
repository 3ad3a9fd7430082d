import type { SheetState } from '#core/planning/sheetCheck.ts'
import type { SketchLayer, SketchMark } from '#layers/sketch.ts'

const is = (...states: SheetState[]): unknown => ['in', ['get', 'state'], ['literal', states]]

/** Standard sheets by how they stand: covered tinted, open hatched, old and undated dotted, each with its frame. */
export const SHEET_STYLE: readonly SketchLayer[] = [
  { type: 'fill', filter: is('covered'), paint: { 'fill-color': '$covered', 'fill-opacity': 0.14 } },
  { type: 'fill', filter: is('old', 'undated'), paint: { 'fill-pattern': '$dots' } },
  { type: 'fill', filter: is('missing', 'part'), paint: { 'fill-pattern': '$hatch' } },
  {
    type: 'line',
    paint: {
      'line-color': ['match', ['get', 'state'], 'covered', '$covered', ['missing', 'part'], '$gap', '$unknown'],
      'line-opacity': 0.7,
      'line-width': ['interpolate', ['linear'], ['zoom'], 10, 0.5, 15, 1.5],
    },
  },
]

/** The mark of a state in the legend, without its word. */
export function sheetMark(state: SheetState): Omit<SketchMark, 'word'> {
  if (state === 'covered') return { shape: 'area', color: '$covered', fill: 'tint' }
  if (state === 'missing' || state === 'part') return { shape: 'area', color: '$gap', fill: 'hatch' }
  return { shape: 'area', color: '$unknown', fill: 'dots' }
}
