import type { SketchLayer, SketchMark } from './sketch'

/** How a subject stands: counted and met, counted and not met, or left out with a reason. */
export type SubjectState = 'covered' | 'uncovered' | 'excluded'

const isState = (state: SubjectState): unknown => ['==', '$state', state]
/** Full where a subject has the state, else invisible: patterns and shapes cannot follow feature-state, opacity can. */
const where = (state: SubjectState, opacity: number): unknown => ['case', isState(state), opacity, 0]
const ofStates = (covered: string, uncovered: string, excluded: string): unknown => [
  'case',
  isState('covered'),
  covered,
  isState('uncovered'),
  uncovered,
  excluded,
]
const anyState = (opacity: number): unknown => ['case', ['!=', '$state', null], opacity, 0]
const geometry = (type: 'Polygon' | 'LineString' | 'Point'): unknown => ['==', ['geometry-type'], type]

const OUTLINE = ofStates('$covered', '$gap', '$unknown')
const POLYGON = { filter: geometry('Polygon') }
const POINT = { filter: geometry('Point') }

/**
 * How subjects are marked by their state: covered solid, not covered hatched, excluded dotted, each also with its own
 * outline. Where the uncovered ground itself is hatched (`gapsShown`), a subject that is not covered as a whole has a faint
 * tint instead: most of it may be covered.
 */
export const subjectStyle = (gapsShown: boolean): readonly SketchLayer[] => [
  { ...POLYGON, type: 'fill', paint: { 'fill-color': '$covered', 'fill-opacity': where('covered', 0.34) } },
  {
    ...POLYGON,
    type: 'fill',
    paint: gapsShown
      ? { 'fill-color': '$gap', 'fill-opacity': where('uncovered', 0.07) }
      : { 'fill-pattern': '$hatch', 'fill-opacity': where('uncovered', 0.9) },
  },
  { ...POLYGON, type: 'fill', paint: { 'fill-pattern': '$dots', 'fill-opacity': where('excluded', 0.9) } },
  {
    type: 'line',
    filter: ['!=', ['geometry-type'], 'Point'],
    layout: { 'line-join': 'round', 'line-cap': 'round' },
    paint: {
      'line-color': OUTLINE,
      'line-opacity': anyState(0.95),
      'line-width': ['interpolate', ['linear'], ['zoom'], 10, 1, 15, 2],
    },
  },
  {
    ...POINT,
    type: 'circle',
    paint: {
      'circle-radius': ['interpolate', ['linear'], ['zoom'], 10, 2.5, 15, 6],
      'circle-color': ofStates('$covered', '$ground1', '$ground1'),
      'circle-opacity': anyState(1),
      'circle-stroke-color': OUTLINE,
      'circle-stroke-opacity': anyState(1),
      'circle-stroke-width': ['interpolate', ['linear'], ['zoom'], 10, 1.2, 15, 2.4],
    },
  },
]

/** The mark of a state in the legend of subjects drawn by `subjectStyle`, without its word. */
export function subjectMark(state: SubjectState, gapsShown: boolean): Omit<SketchMark, 'word'> {
  if (state === 'covered') return { shape: 'area', color: '$covered' }
  if (state === 'excluded') return { shape: 'area', color: '$unknown', fill: 'dots' }
  return { shape: 'area', color: '$gap', fill: gapsShown ? 'tint' : 'hatch' }
}

/** Uncovered parts: hatched, so that they survive a projector and a colour-blind eye. */
export const GAP_STYLE: readonly SketchLayer[] = [
  { ...POLYGON, type: 'fill', paint: { 'fill-pattern': '$hatch' } },
  {
    type: 'line',
    filter: ['!=', ['geometry-type'], 'Point'],
    paint: { 'line-color': '$gap', 'line-width': ['interpolate', ['linear'], ['zoom'], 10, 0.8, 15, 2] },
  },
  {
    ...POINT,
    type: 'symbol',
    layout: { 'icon-image': 'cross', 'icon-size': 0.5, 'icon-allow-overlap': true },
    paint: { 'icon-color': '$gap' },
  },
]

/** The features that do the covering: areas by their edge and a faint fill, sites as small dots. */
export const PROVIDER_STYLE: readonly SketchLayer[] = [
  { ...POLYGON, type: 'fill', paint: { 'fill-color': '$covered', 'fill-opacity': 0.06 } },
  {
    type: 'line',
    filter: ['!=', ['geometry-type'], 'Point'],
    paint: { 'line-color': '$covered', 'line-opacity': 0.45, 'line-width': 0.8 },
  },
  {
    ...POINT,
    type: 'circle',
    paint: {
      'circle-color': '$covered',
      'circle-opacity': 0.7,
      'circle-radius': ['interpolate', ['linear'], ['zoom'], 10, 1.2, 16, 4],
    },
  },
]

/** The union of site footprints: its edge with a faint fill, not a pile of discs. */
export const FOOTPRINT_STYLE: readonly SketchLayer[] = [
  { type: 'fill', paint: { 'fill-color': '$covered', 'fill-opacity': 0.08 } },
  { type: 'line', paint: { 'line-color': '$covered', 'line-opacity': 0.55, 'line-width': 1 } },
]
