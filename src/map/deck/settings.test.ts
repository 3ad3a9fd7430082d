import { expect, test } from 'vitest'
import { weightOf } from './deckKind'
import { CIVIDIS, colorRange, rgb } from './settings'

test('colours become numbers; what is no colour gives the fallback', () => {
  // 0x5C = 92, 0xC8 = 200, 0xFF = 255.
  expect(rgb('#5CC8FF', [0, 0, 0])).toEqual([92, 200, 255])
  expect(rgb('blue', [1, 2, 3])).toEqual([1, 2, 3])
  expect(colorRange(['#000000', '#FFFFFF'], CIVIDIS)).toEqual([
    [0, 0, 0],
    [255, 255, 255],
  ])
  expect(colorRange(['#000000'], CIVIDIS)).toBe(CIVIDIS)
})

test('a point without the weight counts as one', () => {
  const point = { position: [117, 35] as [number, number], properties: { people: 12, name: 'x' } }
  expect(weightOf(point, 'people')).toBe(12)
  expect(weightOf(point, 'name')).toBe(1)
  expect(weightOf(point, undefined)).toBe(1)
})
