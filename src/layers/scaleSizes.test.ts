import { expect, test } from 'vitest'
import { scaleSizes } from './scaleSizes'

test('numbers, zoom ramps and data expressions grow; colours and counts stay', () => {
  const paint = Object.freeze({
    'circle-radius': 4,
    'line-width': ['interpolate', ['linear'], ['zoom'], 10, 1, 15, ['get', 'lanes']],
    'text-size': ['step', ['zoom'], 11, 12, 14],
    'icon-size': ['get', 'importance'],
    'circle-opacity': 0.5,
    'line-color': '#fff',
  })
  // By hand: 4 · 2 = 8; outputs 1 and lanes double while stops 10 and 15 stay; 11 and 14 double while stop 12 stays.
  expect(scaleSizes(paint, 2)).toEqual({
    'circle-radius': 8,
    'line-width': ['interpolate', ['linear'], ['zoom'], 10, 2, 15, ['*', 2, ['get', 'lanes']]],
    'text-size': ['step', ['zoom'], 22, 12, 28],
    'icon-size': ['*', 2, ['get', 'importance']],
    'circle-opacity': 0.5,
    'line-color': '#fff',
  })
})

test('factor 1 changes nothing', () => {
  const paint = { 'circle-radius': 4 }
  expect(scaleSizes(paint, 1)).toBe(paint)
})
