import { expect, test } from 'vitest'
import type { CardKind, CatalogCard } from '#catalog/cards/cards.ts'
import { wholeCatalog } from '#tests/city/wholeCatalog.ts'
import { type CardPlaces, cardsOfSide } from './cardsOfSide'

const about = (height: number) => ({ place: 'about', height: () => height }) as const
const attention = (height: number) => ({ place: 'attention', height: () => height }) as const

const PLACES: CardPlaces = {
  'star-ribbon': { place: 'foot', height: () => 0 },
  'star-summary': about(32),
  indicator: about(22),
  breakdown: about(22),
  'blind-grids': about(30),
  total: about(13),
  'case-kpis': about(49),
  attention: attention(27),
  warnings: attention(34),
  reminders: attention(37),
  duplicates: attention(25),
  'hot-spots': attention(27),
  alarms: attention(39),
  feeds: attention(14),
}

const entries: Partial<Record<CardKind, object>> = {
  indicator: { indicator: 'a-row' },
  breakdown: { feed: 'teams', by: 'kind', title: '种类' },
  total: { feed: 'teams', title: '人数' },
  attention: { feed: 'teams', title: '哪些' },
}
const cards = (...kinds: readonly CardKind[]): readonly CatalogCard[] =>
  wholeCatalog({ maps: [{ id: 'm', cards: kinds.map((kind) => ({ kind, ...entries[kind] })) }] }).maps[0]!.cards
const kinds = (shown: readonly CatalogCard[]) => shown.map(({ kind }) => kind)

test('attention goes right, the rest left', () => {
  // Left 32 + 22 = 54, right 27 + 14 = 41: moving the 22 would make the right 63.
  const all = cards('star-summary', 'attention', 'indicator', 'feeds')
  expect(kinds(cardsOfSide(all, 'left', PLACES))).toEqual(['star-summary', 'indicator'])
  expect(kinds(cardsOfSide(all, 'right', PLACES))).toEqual(['attention', 'feeds'])
  expect(kinds(cardsOfSide(all, 'all', PLACES))).toEqual(kinds(all))
})

test('what fills both sides most evenly moves over, after the cards of attention', () => {
  // 32 + 22 + 13 + 22 = 89 on the left, 14 on the right. Moving both 22 gives 45 and 58, 22 and 13 gives 54 and 49: the
  // latter is lower at its higher side; of the two ways to do so the first found stays.
  const all = cards('star-summary', 'indicator', 'total', 'breakdown', 'feeds')
  expect(kinds(cardsOfSide(all, 'left', PLACES))).toEqual(['star-summary', 'breakdown'])
  expect(kinds(cardsOfSide(all, 'right', PLACES))).toEqual(['feeds', 'indicator', 'total'])
})

test('a card with a place of its own is on no rail, and nothing is lost or doubled', () => {
  const all = cards('star-ribbon', 'attention', 'total', 'breakdown')
  const both = kinds([...cardsOfSide(all, 'left', PLACES), ...cardsOfSide(all, 'right', PLACES)])
  expect(both.sort()).toEqual(['attention', 'breakdown', 'total'])
  expect(kinds(cardsOfSide(all, 'all', PLACES))).toEqual(['attention', 'total', 'breakdown'])
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
  expect(kinds(cardsOfSide(all, 'left', PLACES, measured))).toEqual(['star-summary'])
  expect(kinds(cardsOfSide(all, 'right', PLACES, measured))).toEqual(['attention', 'feeds', 'indicator'])
})
