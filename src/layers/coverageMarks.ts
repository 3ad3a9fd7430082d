import type { SubjectOutcome } from '#core/model/evaluation.ts'
import { type PaletteTheme, palettes } from './palettes'
import type { MapLayerSpec } from './ResolvedLayer'
import { patternImage } from './styleTokens'

/** Key of the feature-state that carries a subject's outcome. */
export const MARK_STATE = 'mark'
export type Mark = SubjectOutcome['state']

export const GAPS_SOURCE = 'marks~gaps'
export const FOOTPRINTS_SOURCE = 'marks~footprints'

const isMarked = (mark: Mark): unknown => ['==', ['feature-state', MARK_STATE], mark]
/** Full where a subject has the mark, else invisible: patterns and shapes cannot follow feature-state, opacity can. */
const where = (mark: Mark, opacity: number): unknown => ['case', isMarked(mark), opacity, 0]
const ofMarks = (covered: string, uncovered: string, excluded: string): unknown => [
  'case',
  isMarked('covered'),
  covered,
  isMarked('uncovered'),
  uncovered,
  excluded,
]
const anyMark = (opacity: number): unknown => ['case', ['!=', ['feature-state', MARK_STATE], null], opacity, 0]
const geometry = (type: 'Polygon' | 'LineString' | 'Point'): unknown => ['==', ['geometry-type'], type]

/**
 * How the subjects of an indicator are marked: covered solid, not covered hatched, excluded dotted, each also with its
 * own outline. The state stands in feature-state `mark` of the source. Where the uncovered ground itself is hatched
 * (`gapsShown`), a subject that is not covered as a whole has a faint tint instead: most of it may be covered.
 */
export function subjectMarks(source: string, theme: PaletteTheme, gapsShown: boolean): readonly MapLayerSpec[] {
  const palette = palettes[theme]
  const outline = ofMarks(palette.covered, palette.gap, palette.unknown)
  const polygon = { source, filter: geometry('Polygon') }
  const point = { source, filter: geometry('Point') }
  return [
    {
      ...polygon,
      id: 'marks:covered',
      type: 'fill',
      paint: { 'fill-color': palette.covered, 'fill-opacity': where('covered', 0.34) },
    },
    gapsShown
      ? {
          ...polygon,
          id: 'marks:uncovered-tint',
          type: 'fill',
          paint: { 'fill-color': palette.gap, 'fill-opacity': where('uncovered', 0.07) },
        }
      : {
          ...polygon,
          id: 'marks:uncovered',
          type: 'fill',
          paint: { 'fill-pattern': patternImage('hatch', theme), 'fill-opacity': where('uncovered', 0.9) },
        },
    {
      ...polygon,
      id: 'marks:excluded',
      type: 'fill',
      paint: { 'fill-pattern': patternImage('dots', theme), 'fill-opacity': where('excluded', 0.9) },
    },
    {
      source,
      id: 'marks:outline',
      type: 'line',
      filter: ['!=', ['geometry-type'], 'Point'],
      layout: { 'line-join': 'round', 'line-cap': 'round' },
      paint: {
        'line-color': outline,
        'line-opacity': anyMark(0.95),
        'line-width': ['interpolate', ['linear'], ['zoom'], 10, 1, 15, 2],
      },
    },
    {
      ...point,
      id: 'marks:points',
      type: 'circle',
      paint: {
        'circle-radius': ['interpolate', ['linear'], ['zoom'], 10, 2.5, 15, 6],
        'circle-color': ofMarks(palette.covered, palette.ground1, palette.ground1),
        'circle-opacity': anyMark(1),
        'circle-stroke-color': outline,
        'circle-stroke-opacity': anyMark(1),
        'circle-stroke-width': ['interpolate', ['linear'], ['zoom'], 10, 1.2, 15, 2.4],
      },
    },
  ]
}

/** Uncovered parts: hatched, so that they survive a projector and a colour-blind eye. */
export function gapMarks(theme: PaletteTheme): readonly MapLayerSpec[] {
  const source = GAPS_SOURCE
  const { gap } = palettes[theme]
  return [
    {
      id: 'marks:gap-fill',
      source,
      type: 'fill',
      filter: geometry('Polygon'),
      paint: { 'fill-pattern': patternImage('hatch', theme) },
    },
    {
      id: 'marks:gap-line',
      source,
      type: 'line',
      filter: ['!=', ['geometry-type'], 'Point'],
      paint: { 'line-color': gap, 'line-width': ['interpolate', ['linear'], ['zoom'], 10, 0.8, 15, 2] },
    },
    {
      id: 'marks:gap-point',
      source,
      type: 'symbol',
      filter: geometry('Point'),
      layout: { 'icon-image': 'cross', 'icon-size': 0.5, 'icon-allow-overlap': true },
      paint: { 'icon-color': gap },
    },
  ]
}

/** The features that do the covering: areas by their edge and a faint fill, sites as small dots. */
export function providerMarks(source: string, theme: PaletteTheme): readonly MapLayerSpec[] {
  const { covered } = palettes[theme]
  return [
    {
      id: 'marks:provider-fill',
      source,
      type: 'fill',
      filter: geometry('Polygon'),
      paint: { 'fill-color': covered, 'fill-opacity': 0.06 },
    },
    {
      id: 'marks:provider-line',
      source,
      type: 'line',
      filter: ['!=', ['geometry-type'], 'Point'],
      paint: { 'line-color': covered, 'line-opacity': 0.45, 'line-width': 0.8 },
    },
    {
      id: 'marks:provider-point',
      source,
      type: 'circle',
      filter: geometry('Point'),
      paint: {
        'circle-color': covered,
        'circle-opacity': 0.7,
        'circle-radius': ['interpolate', ['linear'], ['zoom'], 10, 1.2, 16, 4],
      },
    },
  ]
}

/** The union of site footprints: its edge with a faint fill, not a pile of discs. */
export function footprintMarks(theme: PaletteTheme): readonly MapLayerSpec[] {
  const source = FOOTPRINTS_SOURCE
  const { covered } = palettes[theme]
  return [
    { id: 'marks:footprint-fill', source, type: 'fill', paint: { 'fill-color': covered, 'fill-opacity': 0.08 } },
    {
      id: 'marks:footprint-line',
      source,
      type: 'line',
      paint: { 'line-color': covered, 'line-opacity': 0.55, 'line-width': 1 },
    },
  ]
}
