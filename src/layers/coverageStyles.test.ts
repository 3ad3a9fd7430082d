import {
  createPropertyExpression,
  type StylePropertySpecification,
  validateStyleMin,
} from '@maplibre/maplibre-gl-style-spec'
import { describe, expect, test } from 'vitest'
import { FOOTPRINT_STYLE, GAP_STYLE, PROVIDER_STYLE, type SubjectState, subjectStyle } from './coverageStyles'
import type { PaletteTheme } from './palettes'
import type { MapLayerSpec } from './ResolvedLayer'
import type { Sketch } from './sketch'
import { sketchLayers } from './sketchLayers'

const sketch = (style: Sketch['style'], source: Sketch['source'] = { kind: 'url', url: '' }): Sketch => ({
  id: 'row',
  title: '',
  group: 'coverage',
  source,
  style,
  legend: [],
  pickable: false,
})
const drawn = (style: Sketch['style'], theme: PaletteTheme = 'dark'): readonly MapLayerSpec[] =>
  sketchLayers(sketch(style), { theme, scale: 1 }).layers.map(({ spec }) => spec)
const patterns = (specs: readonly MapLayerSpec[]): readonly unknown[] =>
  specs.flatMap(({ paint }) => paint?.['fill-pattern'] ?? [])

const OPACITY: StylePropertySpecification = {
  type: 'number',
  'property-type': 'data-driven',
  expression: { interpolated: true, parameters: ['zoom', 'feature', 'feature-state'] },
  transition: true,
}

/** Opacity of the fills of covered, uncovered and excluded, for a subject in a state. */
function opacities(gapsShown: boolean, state: SubjectState | null): readonly number[] {
  return drawn(subjectStyle(gapsShown))
    .filter(({ type }) => type === 'fill')
    .map(({ paint }) => {
      const compiled = createPropertyExpression(paint?.['fill-opacity'], 'fill-opacity', OPACITY)
      if (compiled.result !== 'success') throw new Error('an opacity does not compile')
      const states = state ? { 'sketch~row': state } : {}
      return Number(compiled.value.evaluate({ zoom: 12 }, { type: 3, properties: {} }, states))
    })
}

describe('subjectStyle', () => {
  test('each state shows its own fill and no other; a feature that is no subject shows none', () => {
    expect(opacities(false, 'covered')).toEqual([0.34, 0, 0])
    expect(opacities(false, 'uncovered')).toEqual([0, 0.9, 0])
    expect(opacities(false, 'excluded')).toEqual([0, 0, 0.9])
    expect(opacities(false, null)).toEqual([0, 0, 0])
  })

  test('a subject is not hatched whole where its gaps are', () => {
    expect(patterns(drawn(subjectStyle(true)))).toEqual(['dots-dark'])
    expect(opacities(true, 'uncovered')).toEqual([0, 0.07, 0])
  })

  test('what is not covered is hatched and the unknown is dotted, in the images of the theme', () => {
    expect(patterns(drawn(subjectStyle(false), 'light'))).toEqual(['hatch-light', 'dots-light'])
  })
})

test('all of them are valid MapLibre layers', () => {
  const layers = [FOOTPRINT_STYLE, PROVIDER_STYLE, subjectStyle(false), GAP_STYLE].flatMap((style, index) =>
    sketchLayers({ ...sketch(style), id: `s${index}` }, { theme: 'dark', scale: 1.5 }).layers.map(({ spec }) => spec),
  )
  const empty = { type: 'geojson', data: { type: 'FeatureCollection', features: [] } }
  const sources = Object.fromEntries(layers.map(({ source }) => [source, empty]))
  const style = { version: 8, sprite: 'https://unused/sprite', sources, layers }
  expect(validateStyleMin(JSON.parse(JSON.stringify(style))).map(({ message }) => message)).toEqual([])
})
