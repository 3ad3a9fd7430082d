import { expect, test } from 'vitest'
import { cardsOfSide } from './cardsOfSide'

const cards = (...kinds: readonly string[]) => kinds.map((kind) => ({ kind }))
const kinds = (entries: readonly { readonly kind: string }[]) => entries.map(({ kind }) => kind)

test('attention goes right, the rest left', () => {
  const all = cards('star-summary', 'attention', 'indicator', 'feeds')
  expect(kinds(cardsOfSide(all, 'left'))).toEqual(['star-summary', 'indicator'])
  expect(kinds(cardsOfSide(all, 'right'))).toEqual(['attention', 'feeds'])
  expect(kinds(cardsOfSide(all, 'all'))).toEqual(kinds(all))
})

test('where attention fills less than half, the last of the others move over', () => {
  // Five cards: the right takes two (half, rounded down), one of them not of attention.
  const all = cards('star-summary', 'indicator', 'total', 'breakdown', 'feeds')
  expect(kinds(cardsOfSide(all, 'left'))).toEqual(['star-summary', 'indicator', 'total'])
  expect(kinds(cardsOfSide(all, 'right'))).toEqual(['feeds', 'breakdown'])
})

test('the ribbon is no card of a rail, and nothing is lost or doubled', () => {
  const all = cards('star-ribbon', 'attention', 'weather')
  expect(kinds([...cardsOfSide(all, 'left'), ...cardsOfSide(all, 'right')]).sort()).toEqual(['attention', 'weather'])
})
