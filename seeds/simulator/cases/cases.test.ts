import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCase } from '#core/cases/caseRecord.ts'
import { CASE_STAGES } from '#core/cases/stages.ts'
import { applyTransition, reportCase } from '#core/cases/transitions.ts'
import { roundTheClock, workingTime } from '#core/cases/workingTime.ts'
import { createDemoSession } from '../world/createDemoSession'
import { catalog, DAY, HOUR, listenTo, MINUTE, START } from '../world/demoFixture'
import { caseArrivals } from './caseArrivals'
import { casePace } from './casePace'
import { liveCase } from './liveCase'
import { nextStep } from './nextStep'

const feed = catalog.feeds.find(({ id }) => id === 'cases')!
const calendar = typeof feed.calendar === 'object' ? feed.calendar : null
const pace = casePace(feed.clock ?? null, calendar)
const units = ['市公安局', '市城乡水务局', '市综合执法局']

/** A history told again through the case machine, from the report on. */
function retold(properties: Readonly<Record<string, unknown>>) {
  const { history = [] } = readCase(properties) ?? {}
  const [report, ...rest] = history
  if (!report) throw new Error('no report')
  let record = { ...reportCase({ at: report.at }), unit: '市公安局' as string | null }
  for (const { at, verb, stage, unit } of rest) {
    const to = verb === 'return' ? stage : undefined
    const result = applyTransition(record, { at, verb, unit, to })
    if (!result.ok) throw new Error(`${verb} into ${stage}: ${result.reason.en}`)
    expect(result.case.stage).toBe(stage)
    record = result.case
  }
  return record
}

describe('caseArrivals', () => {
  const week = 7 * DAY
  // Monday 3 August 2026, midnight in Shanghai.
  const monday = Date.UTC(2026, 7, 2, 16)

  it('come as often as asked: 24 weeks of forty a day', () => {
    const count = caseArrivals(40, 7, monday - 24 * week, monday).length
    // 24 · 7 · 40 = 6720; the spread of a Poisson count is its root, 82: within four of them.
    expect(Math.abs(count - 6720)).toBeLessThan(330)
  })

  it('follow the day and the week: few at night, fewer on Sundays than on Mondays', () => {
    const all = caseArrivals(40, 7, monday - 24 * week, monday)
    const local = (at: number) => new Date(at + 8 * HOUR)
    const at = (hour: number) => all.filter((each) => local(each.at).getUTCHours() === hour).length
    const on = (day: number) => all.filter((each) => local(each.at).getUTCDay() === day).length
    // Weights 38 at nine and 1 at three; 1.22 on Mondays and 0.65 on Sundays.
    expect(at(9)).toBeGreaterThan(10 * at(3))
    expect(on(1) / on(0)).toBeGreaterThan(1.5)
    expect(on(1) / on(0)).toBeLessThan(2.3)
  })

  it('are the same however the time is cut', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: week / 1000 }), { maxLength: 8 }), (cuts) => {
        const ends = [0, ...cuts.map((cut) => cut * 1000).sort((a, b) => a - b), week].map((end) => monday + end)
        const parts = ends.slice(1).flatMap((end, index) => caseArrivals(40, 3, ends[index]!, end))
        expect(parts).toEqual(caseArrivals(40, 3, monday, monday + week))
      }),
      { numRuns: 40 },
    )
  })
})

describe('the life of a case', () => {
  it('ends, by legal steps only, and is the same however often it is asked', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0 }), fc.boolean(), (seed, urgent) => {
        const properties = { grade: urgent ? '紧急' : '一般' }
        const record = { ...reportCase({ at: START }), unit: '市公安局' }
        const closed = liveCase({ record, properties, seed }, START + 400 * DAY, pace, units)
        expect(closed.record.stage).toBe('结案')
        const halfway = liveCase({ record, properties, seed }, START + 9 * HOUR, pace, units)
        expect(liveCase(halfway, START + 400 * DAY, pace, units)).toEqual(closed)
        expect(nextStep(closed, pace, units)).toBeNull()
        const times = closed.record.history.map(({ at }) => at)
        expect(times.every((at, index) => index === 0 || at > times[index - 1]!)).toBe(true)
        retold({ stage: closed.record.stage, history: closed.record.history })
      }),
      { numRuns: 300 },
    )
  })

  it('has its share of trouble: most are handled in time, some late, returned, reassigned, suspended', () => {
    const working = workingTime(calendar!)
    const lives = Array.from({ length: 600 }, (_, seed) => {
      const record = { ...reportCase({ at: START + HOUR }), unit: units[seed % 3]! }
      return liveCase({ record, properties: { grade: '一般' }, seed: seed * 7919 }, START + 400 * DAY, pace, units)
        .record
    })
    const some = (verb: string) => lives.filter(({ history }) => history.some((event) => event.verb === verb)).length
    for (const verb of ['return', 'reassign', 'suspend', 'urge']) {
      expect(some(verb), verb).toBeGreaterThan(6)
      expect(some(verb), verb).toBeLessThan(150)
    }
    const late = lives.filter(({ history }) => {
      const handled = history.find(({ verb }) => verb === 'handle')!
      const checked = history.find(({ verb, at }) => verb === 'check' && at > handled.at)!
      return working.between(handled.at, checked.at) > 600
    }).length
    expect(late).toBeGreaterThan(30)
    expect(late).toBeLessThan(150)
  })

  it('runs round the clock only where it is urgent', () => {
    expect(pace.time({ grade: '紧急' })).toBe(roundTheClock)
    expect(pace.time({ grade: '一般' })).toBe(workingTime(calendar!))
    expect(pace.limit({ grade: '紧急' }, '处置')).toBe(60)
    expect(pace.limit({ grade: '一般' }, '处置')).toBe(600)
    expect(pace.limit({}, '结案')).toBe(60)
  })
})

describe('ten days of cases', () => {
  it('emit no illegal transition, and every state tells its own way there', async () => {
    const listening = await listenTo(createDemoSession(), 'cases')
    const lengths = new Map<string, number>()
    let told = 0
    for (let now = START; now <= START + 10 * DAY; now += 20 * MINUTE) {
      const before = listening.messages.length
      listening.to(now)
      for (const message of listening.messages.slice(before)) {
        if ('deleted' in message) continue
        told++
        const record = readCase(message.properties)!
        expect(record.history.at(-1)!.stage).toBe(record.stage)
        expect(record.history.length).toBeGreaterThan(lengths.get(message.id) ?? 0)
        expect(record.time).toBeLessThanOrEqual(now)
        lengths.set(message.id, record.history.length)
      }
    }
    const stages = new Set<string>()
    for (const { properties } of listening.held().values()) {
      const record = retold(properties)
      stages.add(record.stage)
      expect(record.returned).toBe(properties.returned)
    }
    expect(told).toBeGreaterThan(500)
    expect([...stages].every((stage) => CASE_STAGES.some((known) => known === stage))).toBe(true)
    expect(stages.has('结案')).toBe(true)
    // Five days before: twelve a day; 60 of the snapshot and some 120 of ten days.
    expect(listening.held().size).toBeGreaterThan(60 + 80)
    expect(listening.held().size).toBeLessThan(60 + 160)
  })

  it('new cases stand where cases were, and are named after road and kind in both languages', async () => {
    const listening = await listenTo(createDemoSession(), 'cases')
    listening.to(START + 3 * DAY)
    const fresh = [...listening.held().values()].filter(({ id }) => id.length > 6)
    expect(fresh.length).toBeGreaterThan(15)
    for (const { properties, geometry } of fresh) {
      expect(properties.name).toBe(`峄山路${properties.kind}`)
      expect(String(properties.name_en)).toMatch(/^Kind [012], Yishan Road$/)
      if (geometry?.type !== 'Point') throw new Error('no place')
      expect(Math.abs(geometry.coordinates[1]! - 35.4)).toBeLessThan(0.00016)
    }
  })
})
