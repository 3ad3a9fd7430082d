import type { SketchLayer } from '#layers/sketch.ts'

/** Places of an answer by their number `n`, in its order. */
export const NUMBERED_MARKS: readonly SketchLayer[] = [
  {
    type: 'circle',
    paint: {
      'circle-radius': 10,
      'circle-color': '$ground1',
      'circle-stroke-color': '$accent',
      'circle-stroke-width': 2.5,
    },
  },
  {
    type: 'symbol',
    layout: { 'text-field': ['to-string', ['get', 'n']], 'text-size': 12, 'text-allow-overlap': true },
    paint: { 'text-color': '$text1' },
  },
]
