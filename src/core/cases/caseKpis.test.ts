import { describe, expect, it } from 'vitest'
import type { CaseClockDefinition } from '../model/feedDefinitions'
import { caseClock } from './caseClock'
import { type CaseFacts, caseFacts } from './caseFacts'
import { caseKpis } from './caseKpis'
import type { CaseStage } from './stages'

/** Hours of the period 0 … 100; the one before it is −100 … 0. */
const period = { from: 0, to: 100 }

function fact(id: string, more: Partial<CaseFacts>): CaseFacts {
  return {
    id,
    unit: '甲',
    grid: null,
    class: null,
    registered: null,
    closed: null,
    due: null,
    returned: 0,
    handling: null,
    stages: new Map(),
    ...more,
  }
}
const minutes = (stages: Partial<Record<CaseStage, number>>) => new Map(Object.entries(stages) as [CaseStage, number][])

const cases: readonly CaseFacts[] = [
  // Closed in time.
  fact('1', { registered: 10, closed: 40, due: 60, handling: 30, stages: minutes({ 派遣: 10, 处置: 20 }) }),
  // Closed late, after a return: decided when its time was up, at 50.
  fact('2', {
    registered: 20,
    closed: 90,
    due: 50,
    returned: 2,
    handling: 70,
    stages: minutes({ 派遣: 40, 处置: 20 }),
  }),
  // Open, overdue since 80.
  fact('3', { registered: 30, due: 80 }),
  // Open, not due yet: not decided.
  fact('4', { registered: 95, due: 150 }),
  // Registered before, closed in time now.
  fact('5', { registered: -20, closed: 5, due: 30, handling: 25, stages: minutes({ 处置: 50 }) }),
  // Of the period before: overdue there, closed late now.
  fact('6', { registered: -80, closed: 70, due: -10, handling: 150 }),
  // Closed without a known limit: not decided.
  fact('7', { unit: '乙', registered: 12, closed: 13, handling: null }),
  // Not registered yet.
  fact('8', { unit: null }),
]

describe('figures of a period', () => {
  const report = caseKpis(cases, 'unit', period)

  it('counts each in its own denominator', () => {
    const { now } = report.all
    expect(now.registered).toBe(5) // 1 2 3 4 7
    expect(now.closed).toBe(5) // 1 2 5 6 7
    expect(now.closing).toEqual({ value: 3 / 5, numerator: 3, denominator: 5 }) // 1 2 7 of 1 2 3 4 7
    expect(now.onTime).toEqual({ value: 2 / 4, numerator: 2, denominator: 4 }) // 1 5 of 1 2 3 5
    expect(now.rework).toEqual({ value: 1 / 5, numerator: 1, denominator: 5 }) // 2
    expect(now.handling).toEqual({ minutes: (30 + 70 + 25 + 150) / 4, cases: 4 })
    expect(now.stages).toEqual([
      { stage: '派遣', minutes: 25, cases: 2 }, // 10 40
      { stage: '处置', minutes: 30, cases: 3 }, // 20 20 50
    ])
    expect(now.slowest?.stage).toBe('处置')
  })

  it('stands against the period before, judged at its own end', () => {
    const { before } = report.all
    expect(report.previous).toEqual({ from: -100, to: 0 })
    expect(before.registered).toBe(2) // 5 6
    // Neither was closed before 0.
    expect(before.closing).toEqual({ value: 0, numerator: 0, denominator: 2 })
    expect(before.onTime).toEqual({ value: 0, numerator: 0, denominator: 1 }) // 6
    expect(before.handling).toBeNull()
  })

  it('each case is decided once, however the time is cut', () => {
    const ends = [-200, -100, 0, 50, 100, 150]
    const parts = ends.slice(1).map((to, index) => caseKpis(cases, 'unit', { from: ends[index]!, to }).all.now.onTime)
    const whole = caseKpis(cases, 'unit', { from: -200, to: 150 }).all.now.onTime
    expect(parts.reduce((sum, { denominator }) => sum + denominator, 0)).toBe(whole.denominator)
    expect(parts.reduce((sum, { numerator }) => sum + numerator, 0)).toBe(whole.numerator)
  })

  it('groups, the busiest first; what nothing happened to is in none', () => {
    expect(report.groups.map(({ key }) => key)).toEqual(['甲', '乙'])
    const [, second] = report.groups
    expect(second!.now).toMatchObject({
      registered: 1,
      closed: 1,
      onTime: { value: null, numerator: 0, denominator: 0 },
      handling: null,
      slowest: null,
    })
    expect(caseKpis(cases, 'grid', period).groups.map(({ key }) => key)).toEqual([null])
  })

  it('groups of one activity in order of their names, those that name nothing last', () => {
    // Met in the order 丁 null 丙 乙 甲; three events of 乙, two of 甲 (one of them a due moment), one of each other.
    const some = [
      fact('1', { unit: '丁', registered: 10 }),
      fact('2', { unit: null, registered: 20 }),
      fact('3', { unit: '丙', registered: 30 }),
      fact('4', { unit: '乙', registered: 40, closed: 50, due: 60 }),
      fact('5', { unit: '甲', registered: 40, due: 60 }),
    ]
    const keys = caseKpis(some, 'unit', period).groups.map(({ key }) => key)
    expect(keys).toEqual(['乙', '甲', '丁', '丙', null])
  })

  it('of nothing says nothing', () => {
    const { all, groups } = caseKpis([], 'class', period)
    expect(groups).toEqual([])
    expect(all.now.onTime.value).toBeNull()
    expect(all.now.closing.value).toBeNull()
  })
})

it('facts of a case: its stays added up by stage, the assumed one left out', () => {
  const definition: CaseClockDefinition = { limits: {}, whole: 500, roundTheClock: true, dueSoon: 0.25 }
  const read = caseClock(definition, null)
  const at = (clock: string) => `2026-09-01T${clock}:00+08:00`
  const feature = {
    id: 'a',
    mapId: 1,
    geometry: null,
    time: null,
    properties: {
      stage: '结案',
      unit: '甲',
      grid: 'G1',
      class: '市容环境',
      history: [
        { at: at('08:00'), verb: 'register', stage: '立案' },
        { at: at('08:10'), verb: 'dispatch', stage: '派遣', unit: '乙' },
        { at: at('08:30'), verb: 'return', stage: '立案' },
        { at: at('08:35'), verb: 'dispatch', stage: '派遣', unit: '甲' },
        { at: at('09:00'), verb: 'handle', stage: '处置' },
        { at: at('10:00'), verb: 'check', stage: '核查' },
        { at: at('10:05'), verb: 'close', stage: '结案' },
      ],
    },
  }
  const facts = caseFacts(feature, read(feature, Date.parse(at('23:00')))!)
  expect(facts).toMatchObject({ unit: '甲', grid: 'G1', class: '市容环境', returned: 1, handling: 125 })
  expect(facts.closed).toBe(Date.parse(at('10:05')))
  // 立案 10 + 5, 派遣 20 + 25, 处置 60, 核查 5: 125.
  expect([...facts.stages]).toEqual([
    ['立案', 15],
    ['派遣', 45],
    ['处置', 60],
    ['核查', 5],
  ])
})
