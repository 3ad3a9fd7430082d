import type { SketchLayer } from './sketch'

const POINT = { filter: ['==', ['geometry-type'], 'Point'] }
const SHAPE = { filter: ['!=', ['geometry-type'], 'Point'] }
const ROUND = { layout: { 'line-join': 'round', 'line-cap': 'round' } }
/** Clear of the largest icon. */
const RADIUS = 14

/** The one thing that is selected: its outline, or a ring around its place, on a dark halo, so that no ground hides it. */
export const SELECTION_STYLE: readonly SketchLayer[] = [
  {
    type: 'fill',
    filter: ['==', ['geometry-type'], 'Polygon'],
    paint: { 'fill-color': '$accent', 'fill-opacity': 0.1 },
  },
  { ...SHAPE, ...ROUND, type: 'line', paint: { 'line-color': '$ground0', 'line-opacity': 0.75, 'line-width': 6 } },
  { ...SHAPE, ...ROUND, type: 'line', paint: { 'line-color': '$accent', 'line-width': 3 } },
  ring('$ground0', 7, 0.75),
  ring('$accent', 3, 1),
]

/** Where nothing else is drawn in the place of what is selected. */
export const SELECTED_DOT: SketchLayer = {
  ...POINT,
  type: 'circle',
  paint: {
    'circle-radius': 5,
    'circle-color': '$text1',
    'circle-stroke-color': '$ground0',
    'circle-stroke-width': 1.5,
  },
}

/** What is being dealt with while something else is looked at: a thin ring or outline, less than the selection. */
export const HELD_STYLE: readonly SketchLayer[] = [
  { ...SHAPE, ...ROUND, type: 'line', paint: { 'line-color': '$text1', 'line-width': 1.5, 'line-dasharray': [3, 2] } },
  ring('$ground0', 4, 0.75),
  ring('$text1', 1.5, 1),
]

function ring(color: string, width: number, opacity: number): SketchLayer {
  return {
    ...POINT,
    type: 'circle',
    paint: {
      'circle-radius': RADIUS,
      'circle-opacity': 0,
      'circle-stroke-color': color,
      'circle-stroke-width': width,
      'circle-stroke-opacity': opacity,
    },
  }
}
