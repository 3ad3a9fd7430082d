import { expect, it } from 'vitest'
import type { SubjectOutcome } from '#core/model/evaluation.ts'
import { sortSubjects } from './sortSubjects'

const subject = (id: string, state: SubjectOutcome['state'], value: number | null): SubjectOutcome => ({
  feed: 'areas',
  id,
  mapId: 1,
  state,
  value,
})
const SUBJECTS = [
  subject('a', 'covered', 1),
  subject('b', 'uncovered', 0.4),
  subject('c', 'excluded', null),
  subject('d', 'uncovered', 0.7),
]
const NAMES: Readonly<Record<string, string>> = { a: '区10', b: '区2', d: '区1' }
const known = {
  nameOf: (id: string) => NAMES[id],
  gapAreas: new Map([
    ['b', 50],
    ['d', 900],
  ]),
}
const ids = (...sort: ['state' | 'name' | 'value' | 'gap', boolean] | []) =>
  sortSubjects(SUBJECTS, sort.length > 0 ? { by: sort[0]!, descending: sort[1]! } : null, known)
    .map(({ id }) => id)
    .join('')

it('sorts by gap, value, name and state; without a figure last either way', () => {
  expect(ids()).toBe('abcd')
  // No gap at all: the order they came in.
  expect(ids('gap', true)).toBe('dbac')
  expect(ids('gap', false)).toBe('bdac')
  expect(ids('value', true)).toBe('adbc')
  expect(ids('value', false)).toBe('bdac')
  // 区1, 区2, 区10 by their numbers; the one without a name by its id.
  expect(ids('name', false).replace('c', '')).toBe('dba')
  expect(ids('state', false)).toBe('bdac')
})
