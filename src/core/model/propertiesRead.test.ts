import { expect, it } from 'vitest'
import { propertiesRead } from './propertiesRead'

const read = (...parts: readonly unknown[]) => {
  const names = propertiesRead(...parts)
  return names && [...names].sort()
}

it('finds what styles, filters, labels and aggregates read', () => {
  expect(
    read(
      {
        filter: ['all', ['!=', ['get', 'stage'], '结案'], ['has', 'grid']],
        paint: { 'circle-color': ['match', ['to-string', ['get', 'clock']], '超期', '#f00', '#0f0'] },
        layout: { 'text-field': ['concat', ['to-string', ['get', 'value']], ['get', 'unit']], 'icon-image': '{icon}' },
      },
      { class0: ['+', ['case', ['==', ['get', 'level'], '红'], 1, 0]] },
      { 'circle-radius': { property: 'size', stops: [[0, 1]] } },
    ),
  ).toEqual(['clock', 'grid', 'icon', 'level', 'size', 'stage', 'unit', 'value'])
})

it('finds nothing in what is the same for every feature', () => {
  expect(
    read({ paint: { 'line-width': ['interpolate', ['linear'], ['zoom'], 10, 1, 15, 4] } }, null, undefined),
  ).toEqual([])
})

it('cannot tell where a name is worked out, or all are read', () => {
  expect(read({ filter: ['==', ['get', ['get', 'which']], 1] })).toBe(null)
  expect(read({ layout: { 'text-field': ['to-string', ['properties']] } })).toBe(null)
})
