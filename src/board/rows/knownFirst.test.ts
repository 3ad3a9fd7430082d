import { expect, test } from 'vitest'
import { bundledStandard } from '#catalog/bundledStandard.ts'
import { sortBoard } from '../table/boardRows'
import { knownGroupsFirst, mostAreUnknown } from './knownFirst'
import { byCategory, type RowView, rowViews } from './rowView'

/** The standard's rows with those of the given numbers at four stars and the rest unknown. */
function rows(known: readonly number[]): readonly RowView[] {
  return rowViews(bundledStandard(), null).map((view) => ({
    ...view,
    standing: known.includes(view.row.order) ? { kind: 'star', star: 4 } : { kind: 'unknown' },
  }))
}
const orders = (views: readonly RowView[]) => views.map(({ row }) => row.order)
const upTo = (last: number) => Array.from({ length: last }, (_, at) => at + 1)

test('of 43 rows, 21 known leave most unknown and 22 do not', () => {
  expect(mostAreUnknown(rows(upTo(21)))).toBe(true)
  expect(mostAreUnknown(rows(upTo(22)))).toBe(false)
  // Not computed is not unknown: the board does not turn over while it waits.
  expect(mostAreUnknown(rowViews(bundledStandard(), null))).toBe(false)
})

test('the board has the known rows first, both parts in the order of the standard', () => {
  expect(orders(sortBoard(rows([33, 5]), 'known'))).toEqual([5, 33, ...upTo(43).filter((at) => at !== 5 && at !== 33)])
})

test('groups stay whole: those with a known row first, and it first in them', () => {
  const groups = knownGroupsFirst(byCategory(rows([33])))
  expect(groups.map((group) => orders(group)[0])).toEqual([33, 1, 10, 17, 35, 41])
  expect(orders(groups[0] ?? [])).toEqual([33, 25, 26, 27, 28, 29, 30, 31, 32, 34])
})
