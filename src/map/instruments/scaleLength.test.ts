import { expect, test } from 'vitest'
import { metresPerPixel, scaleLength } from './scaleLength'

test('zoom 0 on the equator: the circumference over 512 pixels', () => {
  // 2π · 6 378 137 / 512 = 78 271.517 m; at 60° half of it; each zoom halves it.
  expect(metresPerPixel(0, 0)).toBeCloseTo(78271.517, 2)
  expect(metresPerPixel(60, 0)).toBeCloseTo(39135.758, 2)
  expect(metresPerPixel(0, 3)).toBeCloseTo(9783.94, 2)
})

test('the longest round length that fits', () => {
  // 96 px of 46 m are 4416 m: 2 km, 43.5 px. Of 0.6 m: 57.6 m: 50 m, 83.3 px. Of 1.05 m: 100.8 m: 100 m.
  expect(scaleLength(46, 96)).toEqual({ metres: 2000, pixels: 2000 / 46 })
  expect(scaleLength(0.6, 96)).toEqual({ metres: 50, pixels: 50 / 0.6 })
  expect(scaleLength(1.05, 96).metres).toBe(100)
})
