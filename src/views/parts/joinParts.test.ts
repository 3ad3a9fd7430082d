import { expect, expectTypeOf, test } from 'vitest'
import type { CardKind } from '#catalog/cards/cards.ts'
import { type Complete, joinParts } from './joinParts'
import { type CardView, later, type Part } from './part'

const view = { place: 'about', height: () => 1, Card: () => null } as const satisfies CardView<CardKind>

const cards = {
  total: view,
  breakdown: view,
  attention: view,
  feeds: view,
  warnings: view,
  alarms: view,
  'blind-grids': view,
  reminders: view,
  duplicates: view,
  'hot-spots': view,
  'case-kpis': view,
  'star-summary': view,
  'star-ribbon': view,
}
const loaded: string[] = []
const load = (name: string) => async () => {
  loaded.push(name)
  return () => null
}
const indicator = { wall: async () => ({ cards: { indicator: view } }) } satisfies Part
const most = { wall: async () => ({ cards }), sheets: { case: later(load('sheet')) } } satisfies Part
const rows = {
  plan: async () => ({ Board: () => null, OpenRow: () => null }),
  wall: async () => ({ cards: { indicator: view } }),
  tools: [{ place: 'bar', id: 'tool', Panel: later(load('tool')) }],
} satisfies Part

test('what a part forgets, or two parts draw, is a type error that names it', () => {
  expectTypeOf<Complete<readonly [typeof most]>>().toEqualTypeOf<{ readonly drawnByNoPart: 'indicator' }>()
  expectTypeOf<Complete<readonly [typeof most, typeof rows, typeof rows]>>().toEqualTypeOf<{
    readonly drawnByTwoParts: 'indicator'
  }>()
  expectTypeOf<Complete<readonly [typeof most, typeof indicator]>>().toEqualTypeOf<{
    readonly servesThePlanner: never
  }>()
})

test('all parts as one: every card on the wall, every sheet and tool loaded beforehand', async () => {
  const { parts, loadWall, preloads } = joinParts([most, rows])
  expect(Object.keys((await loadWall()).cards).sort()).toEqual([...Object.keys(cards), 'indicator'].sort())
  expect(Object.keys(parts.sheets)).toEqual(['case'])
  expect(parts.tools.map(({ id }) => id)).toEqual(['tool'])
  await Promise.all(preloads.map((preload) => preload()))
  expect(loaded).toEqual(['sheet', 'tool'])
})
