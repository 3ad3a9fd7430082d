import { describe, expect, it } from 'vitest'
import { isChoice } from './filterChoices'

const counts = (...values: readonly (readonly [string, number])[]) => values.map(([value, count]) => ({ value, count }))

describe('isChoice', () => {
  it.each([
    ['kinds that features share', counts(['正常', 4], ['超期', 2]), true],
    ['filled or not', counts(['网格一', 2], ['', 3]), true],
    ['few figures', counts(['0', 9], ['1', 2], ['2', 1]), true],
    ['codes of grids', counts(...Array.from({ length: 9 }, (_, n) => [`37088300100${n}`, 2] as const)), true],
    ['a single kind', counts(['正常', 4]), false],
    ['nothing but empty', counts(['', 4]), false],
    ['one of its own for each', counts(['甲', 1], ['乙', 1], ['丙', 1]), false],
    ['moments', counts(['2026-09-01T08:00:00+08:00', 2], ['2026-09-02', 1]), false],
    ['lists of objects', counts(['[{"at":1}]', 2], ['[]', 3]), false],
    ['measures', counts(...Array.from({ length: 9 }, (_, index) => [`${index}.5`, 2] as const)), false],
    ['more than one looks through', counts(...Array.from({ length: 121 }, (_, n) => [`网格${n}`, 2] as const)), false],
  ])('%s', (_, values, is) => {
    expect(isChoice(values)).toBe(is)
  })
})
