import { describe, expect, it } from 'vitest'
import { feature, feed, input } from '#tests/city/evaluationInput.ts'
import { gapsOf, tile } from './gapsFixture'

const asked = input({ value: { method: 'covered', subjects: 'areas', by: 'masts' } }, [
  feed('areas', [feature('a', tile(0, 0)), feature('b', tile(0.5, 0), { unit: '一队', kind: '公园' })]),
  feed('masts', [feature('m', tile(0, 0, 0.25))]),
])
const at = (column: number) => [116 + column / 100, 35.005]

describe('what lies in a gap', () => {
  it('places by feed, each once in the totals, none where it is covered', () => {
    const { gaps, totals } = gapsOf(asked, null, {
      places: [
        { feed: 'schools', at: at(0.1) }, // covered
        { feed: 'schools', at: at(0.4) }, // in the gap of a
        { feed: 'schools', at: at(0.6) }, // in both
        { feed: 'hospitals', at: at(1.2) }, // in that of b
        { feed: 'hospitals', at: at(3) },
      ],
    })
    expect(gaps.map(({ places }) => places)).toEqual([{ schools: 2 }, { schools: 1, hospitals: 1 }])
    expect(totals.places).toEqual({ schools: 2, hospitals: 1 })
  })

  it('towns in which it has ground, the one with the most first; unit and kind are those of the subject', () => {
    const towns = [feature('t1', tile(0, 0, 0.4), { name: '西镇' }), feature('t2', tile(0.4, 0, 0.8), { name: '东镇' })]
    const { gaps } = gapsOf(asked, null, { towns, unitOf: (_, { properties }) => String(properties.unit ?? '区里') })
    expect(gaps.map((gap) => [gap.towns, gap.unit, gap.kind])).toEqual([
      [[{ zh: '东镇' }, { zh: '西镇' }], '区里', null],
      [[{ zh: '东镇' }], '一队', '公园'],
    ])
  })
})
