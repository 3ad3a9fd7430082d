import { expect, it } from 'vitest'
import { densityBars } from './densityBars'

const MINUTE = 60_000

it('gives a bar a minute, its height by the square root of its changes', () => {
  // 4 minutes; 16 and 4 changes: heights 1 and √(4/16) = 0.5.
  const minutes = [
    [0, 16],
    [2 * MINUTE, 4],
  ] as const
  expect(densityBars(minutes, 0, 4 * MINUTE, 100)).toEqual([
    { from: 0, to: 0.25, height: 1 },
    { from: 0.5, to: 0.75, height: 0.5 },
  ])
})

it('puts minutes together where there are more than bars', () => {
  // 10 minutes in at most 5 bars: two minutes each; changes 1 + 3 in the first.
  const minutes = [
    [0, 1],
    [MINUTE, 3],
  ] as const
  expect(densityBars(minutes, 0, 10 * MINUTE, 5)).toEqual([{ from: 0, to: 0.2, height: 1 }])
})

it('is empty before time has passed, and leaves out what lies outside', () => {
  expect(densityBars([[0, 1]], 5, 5, 10)).toEqual([])
  expect(densityBars([[0, 1]], 2 * MINUTE, 4 * MINUTE, 10)).toEqual([])
})
