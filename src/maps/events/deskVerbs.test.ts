import { describe, expect, it } from 'vitest'
import { readCase } from '#core/cases/caseRecord.ts'
import { CASE_VERBS } from '#core/cases/stages.ts'
import { deskVerbs } from './deskVerbs'

const ALL = Object.fromEntries(CASE_VERBS.map((verb) => [verb, `api/${verb}`]))
const offered = (properties: Readonly<Record<string, unknown>>, endpoints: Readonly<Record<string, string>> = ALL) =>
  deskVerbs(readCase(properties)!, endpoints).map(({ verb, refusal }) => `${verb} ${refusal?.zh ?? '可'}`)

describe('deskVerbs', () => {
  it('offers the next step of the case beside what a desk does', () => {
    expect(offered({ stage: '处置', unit: '甲' })).toEqual([
      'dispatch 在“处置”阶段不能这样做',
      'urge 可',
      'return 可',
      'reassign 可',
      'suspend 可',
      'note 可',
      'check 可',
    ])
  })

  it('offers the way out of suspension only to a suspended case', () => {
    const suspended = '案件挂账中，先恢复'
    expect(offered({ stage: '派遣', unit: '甲', suspended: true })).toEqual([
      `dispatch ${suspended}`,
      `urge ${suspended}`,
      `return ${suspended}`,
      `reassign ${suspended}`,
      `suspend ${suspended}`,
      'resume 可',
      'note 可',
    ])
  })

  it('offers nothing that has no endpoint, and nothing of another vocabulary', () => {
    expect(offered({ stage: '立案' }, { urge: 'a', launch: 'b' })).toEqual(['urge 可'])
    expect(offered({ stage: '立案' }, {})).toEqual([])
  })
})
