import { expect, test } from 'vitest'
import type { Edit } from '#core/model/world.ts'
import { faultsOf, soundEdits } from './editFaults'

const drop = (id: string): Edit => ({ feed: 'sites', id, drop: true })
const fault = (number: number) => ({
  ...{ number, feed: 'sites', id: 'b', field: null },
  reason: { code: 'unknown-id', zh: '没有', en: 'there is none' },
})

test('what is wrong with some steps says nothing of others, though they have the same numbers', () => {
  const asked = [drop('a'), drop('b'), drop('c')]
  const state = { of: asked, faults: [fault(2)] }
  expect(faultsOf(asked, state)).toEqual([fault(2)])
  // One step was left out since: its successor is now the second.
  expect(faultsOf([asked[0]!, asked[2]!], state)).toEqual([])
})

test('the other steps are made', () => {
  const edits = [drop('a'), drop('b'), drop('c')]
  expect(soundEdits(edits, [fault(2)])).toEqual([drop('a'), drop('c')])
  expect(soundEdits(edits, [])).toBe(edits)
})
