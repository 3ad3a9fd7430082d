import { describe, expect, it } from 'vitest'
import type { CityFeature } from '../model/feature'
import type { CaseClockDefinition, WorkingCalendar } from '../model/feedDefinitions'
import { caseClock } from './caseClock'
import { deriveCase } from './deriveCase'

const calendar: WorkingCalendar = {
  weekdays: [1, 2, 3, 4, 5],
  hours: [
    ['08:30', '12:00'],
    ['14:00', '18:30'],
  ],
  holidays: [],
  workdays: [],
}
const definition: CaseClockDefinition = {
  limits: {
    派遣: 60,
    处置: ['match', ['get', 'grade'], '紧急', 120, '一般', 960, -1],
  },
  whole: ['match', ['get', 'grade'], '紧急', 240, '一般', 1440, -1],
  roundTheClock: ['==', ['get', 'grade'], '紧急'],
  dueSoon: 0.25,
}
const read = caseClock(definition, calendar)

const iso = (text: string): string => `${text}:00+08:00`
const at = (text: string): number => Date.parse(iso(text))

function feature(properties: Readonly<Record<string, unknown>>): CityFeature {
  return { id: 'a', mapId: 1, geometry: null, properties, time: null }
}

type Step = readonly [at: string, verb: string, stage: string, unit?: string]
const history = (...steps: readonly Step[]) =>
  steps.map(([when, verb, stage, unit]) => ({ at: iso(when), verb, stage, ...(unit ? { unit } : {}) }))

/** An ordinary case of Tuesday 1 September, handled since 10:00. */
const ordinary = {
  grade: '一般',
  stage: '处置',
  history: history(
    ['2026-09-01T08:30', 'report', '上报'],
    ['2026-09-01T08:40', 'accept', '受理'],
    ['2026-09-01T09:00', 'register', '立案'],
    ['2026-09-01T09:10', 'dispatch', '派遣', '甲'],
    ['2026-09-01T10:00', 'handle', '处置'],
  ),
}

describe('the clock of a case', () => {
  it('times each stage and the whole in working minutes', () => {
    // Wednesday 9:00: since 10:00 on Tuesday 120 + 270 + 30 = 420; since registration at 9:00 60 more, 480.
    const clock = read(feature(ordinary), at('2026-09-02T09:00'))!
    expect(clock.visits.map(({ stage, used }) => [stage, used])).toEqual([
      ['上报', 10],
      ['受理', 20],
      ['立案', 10],
      ['派遣', 50],
      ['处置', 420],
    ])
    // 960 minutes from Tuesday 10:00: 390 on Tuesday, 480 on Wednesday, 90 on Thursday: 10:00.
    expect(clock.current).toMatchObject({ limit: 960, remaining: 540, due: at('2026-09-03T10:00'), state: 'on-time' })
    expect(clock.current?.unit).toBe('甲')
    // 1440 are three days from Tuesday 9:00: Friday 9:00.
    expect(clock.whole).toMatchObject({ used: 480, limit: 1440, due: at('2026-09-04T09:00'), state: 'on-time' })
    expect(clock.state).toBe('正常')
  })

  it.each([
    // Due on Thursday at 10:00, and soon when a quarter of 960 is left: 150 on Wednesday from 16:00, 90 on Thursday.
    ['2026-09-02T15:59', 'on-time', '正常'],
    ['2026-09-02T16:00', 'due-soon', '临期'],
    ['2026-09-03T10:00', 'due-soon', '临期'],
    ['2026-09-03T10:01', 'overdue', '超期'],
  ])('at %s the stage is %s', (now, stage, state) => {
    const clock = read(feature(ordinary), at(now))!
    expect(clock.current?.state).toBe(stage)
    expect(clock.state).toBe(state)
  })

  it('a stage kept in time or not stays so', () => {
    const late = { ...ordinary, history: [...ordinary.history] }
    // Dispatched for 50 minutes of 60; now let it be 70.
    late.history[4] = { at: iso('2026-09-01T10:20'), verb: 'handle', stage: '处置' }
    expect(read(feature(ordinary), at('2026-09-01T11:00'))!.visits[3]).toMatchObject({
      state: 'on-time',
      remaining: 10,
    })
    expect(read(feature(late), at('2026-09-01T11:00'))!.visits[3]).toMatchObject({ state: 'overdue', remaining: -10 })
  })

  it('stands still while suspended and moves the due moment', () => {
    const suspended = {
      ...ordinary,
      suspended: true,
      history: [...ordinary.history, ...history(['2026-09-01T11:00', 'suspend', '处置'])],
    }
    const still = read(feature(suspended), at('2026-09-08T11:00'))!
    expect(still.current).toMatchObject({ used: 60, remaining: 900, due: null, state: 'suspended' })
    expect(still.state).toBe('挂账')
    const resumed = {
      ...suspended,
      suspended: false,
      history: [...suspended.history, ...history(['2026-09-08T11:00', 'resume', '处置'])],
    }
    // A week later to the minute: 60 used, 900 left of Tuesday 8 September 11:00: 60 + 270, 480, 90: Thursday 10:00.
    const clock = read(feature(resumed), at('2026-09-08T12:00'))!
    expect(clock.current).toMatchObject({ used: 120, due: at('2026-09-10T10:00'), state: 'on-time' })
    expect(clock.whole).toMatchObject({ used: 180 })
  })

  it('an urgent case runs at night', () => {
    const urgent = {
      grade: '紧急',
      stage: '处置',
      history: history(['2026-09-01T20:00', 'register', '立案'], ['2026-09-01T21:00', 'handle', '处置']),
    }
    const clock = read(feature(urgent), at('2026-09-01T22:40'))!
    // 120 minutes from 21:00; 20 left is less than a quarter, 30.
    expect(clock.current).toMatchObject({ used: 100, due: at('2026-09-01T23:00'), state: 'due-soon' })
    expect(clock).toMatchObject({ state: '临期', roundTheClock: true })
  })

  it('a return begins a new stay, with the limit anew', () => {
    const returned = {
      ...ordinary,
      stage: '处置',
      history: [
        ...ordinary.history,
        ...history(['2026-09-01T11:00', 'check', '核查'], ['2026-09-01T11:30', 'return', '处置']),
      ],
    }
    const clock = read(feature(returned), at('2026-09-01T12:00'))!
    expect(clock.visits.map(({ stage }) => stage)).toEqual(['上报', '受理', '立案', '派遣', '处置', '核查', '处置'])
    expect(clock.current).toMatchObject({ entered: at('2026-09-01T11:30'), used: 30, remaining: 930 })
    expect(clock.whole?.used).toBe(180)
  })

  it('a closed case is judged by the whole', () => {
    const closed = (when: string) => ({
      ...ordinary,
      stage: '结案',
      history: [...ordinary.history, ...history([when, 'close', '结案'])],
    })
    const later = at('2026-10-01T00:00')
    // The whole is due on Friday 4 September at 9:00.
    expect(read(feature(closed('2026-09-04T09:00')), later)!.state).toBe('按期办结')
    expect(read(feature(closed('2026-09-04T09:01')), later)!.state).toBe('超期办结')
    expect(read(feature(closed('2026-09-04T09:01')), later)!.current).toBeNull()
  })
})

describe('a time ahead of now', () => {
  it('is a wrong time: the case is neither in time nor late until the clock has come to it', () => {
    // Handled from Tuesday 10:00, looked at from 9:49 and 9:50 on: ten minutes are those of a clock that runs fast.
    const early = read(feature(ordinary), at('2026-09-01T09:49'))!
    expect(early.current).toMatchObject({ state: 'ahead', remaining: null, due: null, until: at('2026-09-01T09:50') })
    expect(early.state).toBe('时间有误')
    expect(read(feature(ordinary), at('2026-09-01T09:50'))).toMatchObject({ state: '正常' })
    const derived = deriveCase(definition, calendar)(feature(ordinary), at('2026-09-01T09:49'), null)
    expect(derived).toMatchObject({ clock: '时间有误', clock_due: null, stage_due: null })
  })

  it('does not hide that the whole is late or soon will be, or that the case is suspended', () => {
    // Due on Friday 4 September at 9:00; the stage is said to have begun a week after that.
    const wrong = {
      ...ordinary,
      history: [...ordinary.history.slice(0, 4), ...history(['2026-09-11T10:00', 'handle', '处置'])],
    }
    expect(read(feature(wrong), at('2026-09-04T09:01'))!.state).toBe('超期')
    expect(read(feature(wrong), at('2026-09-03T17:00'))!.state).toBe('临期')
    expect(read(feature(wrong), at('2026-09-01T11:00'))!.state).toBe('时间有误')
    const suspended = { ...wrong, suspended: true }
    expect(read(feature(suspended), at('2026-09-01T11:00'))!.state).toBe('挂账')
  })

  it('of closing decides nothing; a deadline of the source does where it has passed', () => {
    const closed = {
      ...ordinary,
      stage: '结案',
      history: [...ordinary.history, ...history(['2026-09-03T09:00', 'close', '结案'])],
    }
    expect(read(feature(closed), at('2026-09-02T09:00'))!.state).toBe('时间有误')
    expect(read(feature(closed), at('2026-09-03T09:00'))!.state).toBe('按期办结')
    const given = { grade: '不详', stage: '处置', reported: iso('2026-10-01T08:30'), due: iso('2026-09-02T18:30') }
    expect(read(feature(given), at('2026-09-02T09:00'))).toMatchObject({
      state: '时间有误',
      whole: { state: 'ahead', remaining: null, due: at('2026-09-02T18:30') },
    })
    expect(read(feature(given), at('2026-09-02T18:31'))!.state).toBe('超期')
  })
})

describe('what a catalog need not say', () => {
  // Tuesday 10:00 to 14:00 of 8:30–12:00 and 13:30–18:00: 120 and 30.
  const bare = caseClock({ limits: { 处置: 400 }, dueSoon: 0.25 }, null)

  it('the calendar: Monday to Friday, eight hours', () => {
    const clock = bare(feature(ordinary), at('2026-09-01T14:00'))!
    expect(clock.roundTheClock).toBe(false)
    // 250 are left: 240 today to 18:00 and 10 on Wednesday.
    expect(clock.current).toMatchObject({ used: 150, remaining: 250, due: at('2026-09-02T08:40') })
    // Over a weekend: 390 on Tuesday, three days of 480 and half an hour on Monday; Saturday and Sunday do not count.
    expect(bare(feature(ordinary), at('2026-09-07T09:00'))!.current).toMatchObject({ used: 390 + 3 * 480 + 30 })
  })

  it('a limit: none of a stage, none of the whole', () => {
    const clock = bare({ geometry: null, properties: ordinary }, at('2026-09-01T14:00'))!
    expect(clock.visits.map(({ limit }) => limit)).toEqual([null, null, null, null, 400])
    expect(clock.whole).toMatchObject({ limit: null, due: null, state: 'unlimited' })
  })
})

describe('what is not known', () => {
  it('without a history the present stay began at the last change, the whole at the report', () => {
    const bare = { grade: '一般', stage: '处置', reported: iso('2026-09-01T08:30'), time: iso('2026-09-01T10:00') }
    const clock = read(feature(bare), at('2026-09-01T11:00'))!
    expect(clock.visits).toHaveLength(1)
    expect(clock.current).toMatchObject({ stage: '处置', used: 60, assumed: true })
    expect(clock.whole).toMatchObject({ used: 150, started: at('2026-09-01T08:30') })
  })

  it('without a limit nothing is said of it', () => {
    const odd = { ...ordinary, grade: '不详' }
    const clock = read(feature(odd), at('2026-12-01T00:00'))!
    expect(clock.current).toMatchObject({ limit: null, remaining: null, due: null, state: 'unlimited' })
    expect(clock.state).toBeNull()
  })

  it('a due moment of the source stands in for a limit of the whole', () => {
    const given = { ...ordinary, grade: '不详', due: iso('2026-09-02T18:30') }
    // From 9:00 on Tuesday: 450 and 480 are 930; a quarter is 232.5 minutes, from Wednesday 14:37:30 on.
    expect(read(feature(given), at('2026-09-02T14:37'))!.state).toBe('正常')
    expect(read(feature(given), at('2026-09-02T14:38'))!.state).toBe('临期')
    const late = read(feature(given), at('2026-09-03T08:40'))!
    expect(late.whole).toMatchObject({ given: true, remaining: -10, state: 'overdue' })
    expect(late.state).toBe('超期')
  })

  it('before registration the whole has not begun; a stage of another vocabulary has no clock', () => {
    const fresh = { ...ordinary, stage: '受理', history: ordinary.history.slice(0, 2) }
    expect(read(feature(fresh), at('2026-09-01T09:00'))!.whole).toBeNull()
    expect(read(feature({ stage: '归档' }), at('2026-09-01T09:00'))).toBeNull()
  })
})

describe('deriveCase', () => {
  const derive = deriveCase(definition, calendar)

  it('gives the clock, the due moment of the stage and of the whole', () => {
    expect(derive(feature(ordinary), at('2026-09-02T09:00'), null)).toEqual({
      clock: '正常',
      clock_due: '2026-09-03T10:00:00+08:00',
      stage_due: '2026-09-03T10:00:00+08:00',
      due: '2026-09-04T09:00:00+08:00',
    })
  })

  it('leaves a due moment of the source alone where the catalog has no limit', () => {
    const given = { ...ordinary, grade: '不详', due: iso('2026-09-02T18:30') }
    expect(derive(feature(given), at('2026-09-02T09:00'), null)).toEqual({
      clock: '正常',
      clock_due: '2026-09-02T18:30:00+08:00',
      stage_due: null,
    })
    expect(derive(feature({ stage: '归档' }), 0, null)).toEqual({})
  })

  it('names the deadline of the clock that is in the state it names: one in the future is never beside 超期', () => {
    // The stage's two days ran out on the 3rd at 10:00, the whole's on the 4th at 9:00.
    const dueOf = (when: string) => {
      const { clock, clock_due } = derive(feature(ordinary), at(when), null) as Record<string, unknown>
      return [clock, clock_due]
    }
    expect(dueOf('2026-09-03T14:00')).toEqual(['超期', '2026-09-03T10:00:00+08:00'])
    // Both are overdue: the earlier.
    expect(dueOf('2026-09-07T14:00')).toEqual(['超期', '2026-09-03T10:00:00+08:00'])
    // The whole alone is over, and the stage has time left.
    const given = { ...ordinary, grade: '不详', due: iso('2026-09-02T18:30') }
    expect(derive(feature(given), at('2026-09-03T08:40'), null)).toMatchObject({
      clock: '超期',
      clock_due: '2026-09-02T18:30:00+08:00',
    })
    const suspended = { ...ordinary, suspended: true }
    expect(derive(feature(suspended), at('2026-09-02T09:00'), null)).toMatchObject({ clock: '挂账', clock_due: null })
  })
})
