import { expect, test } from 'vitest'
import { NOW } from '#core/model/world.ts'
import { worldsAsked } from './worldsAsked'

const PAST = { kind: 'past', at: 1_000, axis: 'known' } as const

test('questions are counted by the world they are about; what asks about none is left out', () => {
  expect(
    worldsAsked([
      { queryKey: ['feed', 'catalog.json', 'cases'], fetching: true },
      { queryKey: [PAST, 'catalog.json', 'total'], fetching: true },
      { queryKey: [NOW, 'catalog.json', 'total'], fetching: false },
      { queryKey: [{ ...PAST }, 'catalog.json', 'rows'], fetching: false },
      { queryKey: [{ ...PAST, axis: 'happened' }, 'catalog.json', 'rows'], fetching: true },
      { queryKey: [{ kind: 'other' }], fetching: true },
      { queryKey: [], fetching: true },
    ]),
  ).toEqual([
    { world: PAST, questions: 2, open: 1 },
    { world: NOW, questions: 1, open: 0 },
    { world: { ...PAST, axis: 'happened' }, questions: 1, open: 1 },
  ])
})
