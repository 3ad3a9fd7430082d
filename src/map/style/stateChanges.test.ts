import { expect, test } from 'vitest'
import { stateChanges } from './stateChanges'

const states = (entries: Readonly<Record<number, string>>): ReadonlyMap<number, string> =>
  new Map(Object.entries(entries).map(([id, mark]) => [Number(id), mark]))

test('writes what is new or another, takes away what is not wanted, and leaves the rest alone', () => {
  const standing = states({ 1: 'covered', 2: 'covered', 3: 'excluded' })
  const wanted = states({ 2: 'uncovered', 3: 'excluded', 4: 'covered' })
  expect(stateChanges(standing, wanted)).toEqual([
    [1, null],
    [2, 'uncovered'],
    [4, 'covered'],
  ])
})

test('the same states change nothing', () => {
  const standing = states({ 1: 'covered', 2: 'uncovered' })
  expect(stateChanges(standing, new Map(standing))).toEqual([])
})
