import { describe, expect, it } from 'vitest'
import type { Gap } from '#core/planning/gaps/gap.ts'
import { gapFixture } from './gapFixture'
import { ALL_GAPS, choicesOf, fitsGap, orderGaps } from './gapOrder'

const people = (id: string, known: number | null, atLeast: number | null = null): Gap =>
  gapFixture({ id, people: { people: known, atLeast } })
const ids = (gaps: readonly Gap[]) => gaps.map(({ id }) => id).join('')
const nameOf = ({ id }: Gap) => id

describe('orderGaps', () => {
  it('puts what is not known last both ways, and what is known in part by that part', () => {
    const gaps = [people('a', 5), people('b', null), people('c', null, 7), people('d', 6)]
    expect(ids(orderGaps(gaps, { by: 'people', descending: true }, nameOf))).toBe('cdab')
    expect(ids(orderGaps(gaps, { by: 'people', descending: false }, nameOf))).toBe('adcb')
  })

  it('takes all places together, and areas or lengths by their size', () => {
    const gaps = [
      gapFixture({ id: 'a', places: { schools: 1, hospitals: 1 }, area: 10 }),
      gapFixture({ id: 'b', places: { schools: 3 }, area: null, length: 40 }),
      gapFixture({ id: 'c', places: null, area: null }),
    ]
    expect(ids(orderGaps(gaps, { by: 'places', descending: true }, nameOf))).toBe('bac')
    expect(ids(orderGaps(gaps, { by: 'size', descending: false }, nameOf))).toBe('abc')
    expect(ids(orderGaps(gaps, { by: 'name', descending: true }, nameOf))).toBe('cba')
  })
})

describe('choicesOf', () => {
  it('offers what tells gaps apart, and nothing where there is one choice', () => {
    const [west, east] = [{ zh: '西镇', en: 'West' }, { zh: '东镇' }]
    const gaps = [
      gapFixture({ towns: [west, east], unit: '一局', kind: '公园', why: 'broken' }),
      gapFixture({ towns: [west], unit: '一局', kind: null, why: 'none-near' }),
    ]
    expect(choicesOf(gaps)).toEqual({ towns: [east, west], units: [], kinds: [], whys: ['broken', 'none-near'] })
    expect(gaps.map((gap) => fitsGap({ ...ALL_GAPS, town: '东镇' }, gap))).toEqual([true, false])
    expect(gaps.map((gap) => fitsGap({ ...ALL_GAPS, why: 'none-near', unit: '一局' }, gap))).toEqual([false, true])
    expect(gaps.map((gap) => fitsGap({ ...ALL_GAPS, kind: '公园' }, gap))).toEqual([true, false])
  })
})
