import { expect, it } from 'vitest'
import { line, point, rectangle } from '#tests/city/evaluationInput.ts'
import { distanceBetween } from './distanceBetween'

/** A thousandth of a degree of latitude: R · π / 180 000. */
const STEP = 111.195

it('is that to the nearest edge, not to a corner, and nought inside', () => {
  const area = rectangle(117, 35, 117.01, 35.01)
  expect(distanceBetween(point(117.005, 35.012), area)).toBeCloseTo(2 * STEP, 1)
  expect(distanceBetween(area, point(117.005, 35.012))).toBeCloseTo(2 * STEP, 1)
  expect(distanceBetween(point(117.005, 35.005), area)).toBe(0)
  expect(distanceBetween(point(117, 35), point(117, 35.001))).toBeCloseTo(STEP, 2)
})

it('holds both ways between lines and areas: a corner of either may be the nearest', () => {
  const area = rectangle(117, 35, 117.01, 35.01)
  const beside = line([117.004, 35.02], [117.005, 35.013], [117.006, 35.02])
  expect(distanceBetween(area, beside)).toBeCloseTo(3 * STEP, 1)
  expect(distanceBetween(beside, area)).toBeCloseTo(3 * STEP, 1)
  // The long edge passes between the corners of the other.
  expect(distanceBetween(line([116, 35.014], [118, 35.014]), area)).toBeCloseTo(4 * STEP, 1)
  expect(distanceBetween(rectangle(117.002, 35.002, 117.003, 35.003), area)).toBe(0)
})
