import { expect, test } from 'vitest'
import { distanceField } from './distanceField'

test('a half plane: 255·(1 − 0.25) on the edge, a step of 255/radius for each pixel', () => {
  // Row of 9 pixels, the left five full. The edge runs between pixel 4 and 5; distances are to pixel middles, so the
  // last full pixel has distance 1 to the first empty one and the other way round.
  // radius 4: 255 − 255·(d/4 + 1/4) → outside d=1: 127.5, d=2: 63.75, d=3: 0; inside d=−1: 255, beyond: 255.
  const row = new Uint8ClampedArray([255, 255, 255, 255, 255, 0, 0, 0, 0])
  expect([...distanceField(row, 9, 1, 4)]).toEqual([255, 255, 255, 255, 255, 128, 64, 0, 0])
})

test('a half-covered pixel lies on the edge: 191', () => {
  // d = 0 → 255 · 0.75 = 191.25.
  const row = new Uint8ClampedArray([255, 255, 127.5, 0, 0])
  expect(distanceField(row, 5, 1, 4)[2]).toBe(191)
})

test('distance is Euclidean in two dimensions', () => {
  // One full pixel in the corner of 4×5; pixel (3, 4) is 5 away: 255 − 255·(5/10 + 0.25) = 63.75.
  const field = new Uint8ClampedArray(20)
  field[0] = 255
  expect(distanceField(field, 4, 5, 10)[4 * 4 + 3]).toBe(64)
})
