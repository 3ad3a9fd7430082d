import { expect, test } from 'vitest'
import { cardsOfSide } from './cardsOfSide'

const cards = (...kinds: readonly string[]) => kinds.map((kind) => ({ kind }))
const kinds = (entries: readonly { readonly kind: string }[]) => entries.map(({ kind }) => kind)

test('attention goes right, the rest left', () => {
  // Left 32 + 22 = 54, right 27 + 14 = 41: moving the 22 would make the right 63.
  const all = cards('star-summary', 'attention', 'indicator', 'feeds')
  expect(kinds(cardsOfSide(all, 'left'))).toEqual(['star-summary', 'indicator'])
  expect(kinds(cardsOfSide(all, 'right'))).toEqual(['attention', 'feeds'])
  expect(kinds(cardsOfSide(all, 'all'))).toEqual(kinds(all))
})

test('what fills both sides most evenly moves over, after the cards of attention', () => {
  // 32 + 22 + 13 + 22 = 89 on the left, 14 on the right. Moving both 22 gives 45 and 58, 22 and 13 gives 54 and 49: the
  // latter is lower at its higher side; of the two ways to do so the first found stays.
  const all = cards('star-summary', 'indicator', 'total', 'breakdown', 'feeds')
  expect(kinds(cardsOfSide(all, 'left'))).toEqual(['star-summary', 'breakdown'])
  expect(kinds(cardsOfSide(all, 'right'))).toEqual(['feeds', 'indicator', 'total'])
})

test('the ribbon is no card of a rail, and nothing is lost or doubled', () => {
  const all = cards('star-ribbon', 'attention', 'weather', 'weather-tomorrow')
  const both = kinds([...cardsOfSide(all, 'left'), ...cardsOfSide(all, 'right')])
  expect(both.sort()).toEqual(['attention', 'weather', 'weather-tomorrow'])
})

test('measured heights count before rough ones', () => {
  const all = cards('star-summary', 'attention', 'indicator', 'feeds')
  const [, attention, , feeds] = all
  if (!attention || !feeds) throw new Error('four cards')
  // Left 32 + 22 = 54 against right 9 + 12 = 21: with the 22 over it is 32 against 43.
  const measured = new Map([
    [attention, 9],
    [feeds, 12],
  ])
  expect(kinds(cardsOfSide(all, 'left', measured))).toEqual(['star-summary'])
  expect(kinds(cardsOfSide(all, 'right', measured))).toEqual(['attention', 'feeds', 'indicator'])
})
