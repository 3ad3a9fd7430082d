import {
  createPropertyExpression,
  type StylePropertySpecification,
  validateStyleMin,
} from '@maplibre/maplibre-gl-style-spec'
import { describe, expect, test } from 'vitest'
import {
  FOOTPRINTS_SOURCE,
  footprintMarks,
  GAPS_SOURCE,
  gapMarks,
  type Mark,
  providerMarks,
  subjectMarks,
} from './coverageMarks'

const OPACITY: StylePropertySpecification = {
  type: 'number',
  'property-type': 'data-driven',
  expression: { interpolated: true, parameters: ['zoom', 'feature', 'feature-state'] },
  transition: true,
}

function opacityOf(id: string, mark: Mark | null): number {
  const spec = [...subjectMarks('areas', 'dark', false), ...subjectMarks('areas', 'dark', true)].find(
    (layer) => layer.id === id,
  )
  const compiled = createPropertyExpression(spec?.paint?.['fill-opacity'], 'fill-opacity', OPACITY)
  if (compiled.result !== 'success') throw new Error(`the opacity of ${id} does not compile`)
  const value: unknown = compiled.value.evaluate({ zoom: 12 }, { type: 3, properties: {} }, mark ? { mark } : {})
  return Number(value)
}

describe('subjectMarks', () => {
  test('each state shows its own fill and no other', () => {
    expect(opacityOf('marks:covered', 'covered')).toBe(0.34)
    expect(opacityOf('marks:covered', 'uncovered')).toBe(0)
    expect(opacityOf('marks:uncovered', 'uncovered')).toBe(0.9)
    expect(opacityOf('marks:excluded', 'excluded')).toBe(0.9)
    expect(opacityOf('marks:excluded', 'covered')).toBe(0)
  })

  test('a feature that is no subject shows nothing', () => {
    for (const id of ['marks:covered', 'marks:uncovered', 'marks:excluded']) expect(opacityOf(id, null)).toBe(0)
  })

  test('a subject is not hatched whole where its gaps are', () => {
    const shown = subjectMarks('areas', 'dark', true)
    expect(shown.map(({ paint }) => paint?.['fill-pattern']).filter((pattern) => pattern !== undefined)).toEqual([
      'dots-dark',
    ])
    expect(opacityOf('marks:uncovered-tint', 'uncovered')).toBe(0.07)
    expect(opacityOf('marks:uncovered-tint', 'covered')).toBe(0)
  })

  test('gaps are hatched and the unknown is dotted, in the images of the theme', () => {
    const patterns = subjectMarks('areas', 'light', false).map(({ paint }) => paint?.['fill-pattern'])
    expect(patterns.filter((pattern) => pattern !== undefined)).toEqual(['hatch-light', 'dots-light'])
  })
})

test('all marks are valid MapLibre layers', () => {
  const layers = [
    ...footprintMarks('dark'),
    ...providerMarks('sites', 'dark'),
    ...subjectMarks('areas', 'dark', false),
    ...gapMarks('dark'),
  ]
  const empty = { type: 'geojson', data: { type: 'FeatureCollection', features: [] } }
  const style = {
    version: 8,
    sprite: 'https://unused/sprite',
    sources: { areas: empty, sites: empty, [GAPS_SOURCE]: empty, [FOOTPRINTS_SOURCE]: empty },
    layers,
  }
  expect(validateStyleMin(JSON.parse(JSON.stringify(style))).map(({ message }) => message)).toEqual([])
})
