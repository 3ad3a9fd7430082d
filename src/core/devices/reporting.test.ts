import fc from 'fast-check'
import { expect, test } from 'vitest'
import { judgeReporting, type Reporting, type ReportingLimits } from './reporting'

const LIMITS: ReportingLimits = Object.freeze({ late: 2, silent: 6, recover: 2 })
/** Five minutes, seconds. */
const CYCLE = 300
const MINUTE = 60_000
const START = Date.parse('2026-09-01T08:00:00+08:00')

/** Plays reports (minutes after the start) on a clock that looks once a minute; the state seen at every minute. */
function play(reports: readonly number[], until: number, limits = LIMITS): readonly Reporting[] {
  const seen: Reporting[] = []
  let before: Reporting | null = null
  for (let minute = 0; minute <= until; minute += 1) {
    const last = reports.filter((at) => at <= minute).at(-1)
    const lastSeen = last === undefined ? null : START + last * MINUTE
    before = judgeReporting({ cycle: CYCLE, lastSeen }, START + minute * MINUTE, limits, before)
    seen.push(before)
  }
  return seen
}
/** Minutes of reports with these minutes between them, the first at 0. */
function timesOf(gaps: readonly number[]): readonly number[] {
  const times = [0]
  for (const gap of gaps) times.push(times.at(-1)! + gap)
  return times
}
const judge = (ageSeconds: number, before: Reporting | null = null) =>
  judgeReporting({ cycle: CYCLE, lastSeen: START - ageSeconds * 1000 }, START, LIMITS, before)

test('late after two cycles and silent after six, the edges to the better side', () => {
  // 2 × 300 s = 600 s, 6 × 300 s = 1800 s
  expect(judge(0).state).toBe('在线')
  expect(judge(600)).toMatchObject({ state: '在线', reason: 'on-time' })
  expect(judge(600.001)).toMatchObject({ state: '迟报', reason: 'overdue' })
  expect(judge(1800).state).toBe('迟报')
  expect(judge(1800.001)).toMatchObject({ state: '静默', reason: 'overdue' })
})

test('each device is judged by its own cycle', () => {
  const lastSeen = START - 1000 * 1000
  // 1000 s: 3.3 cycles of 300 s, 1.1 of 900 s, 16.7 of 60 s
  expect(judgeReporting({ cycle: 300, lastSeen }, START, LIMITS, null).state).toBe('迟报')
  expect(judgeReporting({ cycle: 900, lastSeen }, START, LIMITS, null).state).toBe('在线')
  expect(judgeReporting({ cycle: 60, lastSeen }, START, LIMITS, null).state).toBe('静默')
})

test('what cannot be judged is unknown, never online', () => {
  expect(judgeReporting({ cycle: null, lastSeen: START }, START, LIMITS, null)).toMatchObject({
    state: '未知',
    reason: 'no-cycle',
  })
  for (const cycle of [0, -300, Number.NaN]) {
    expect(judgeReporting({ cycle, lastSeen: START }, START, LIMITS, null).reason).toBe('no-cycle')
  }
  expect(judgeReporting({ cycle: CYCLE, lastSeen: null }, START, LIMITS, null)).toMatchObject({
    state: '未知',
    reason: 'never',
  })
})

test('a clock that runs fast by up to a cycle counts as just come; further ahead is unknown', () => {
  expect(judge(-300).state).toBe('在线')
  expect(judge(-301)).toMatchObject({ state: '未知', reason: 'future' })
  // After a false date the next true one is believed at once: the device was never known to be late.
  expect(judge(10, judge(-5000)).state).toBe('在线')
})

test('a late device is online again after two timely reports in a row, not after one', () => {
  // Reports at 0 and 5, then nothing until 18; then 23 and 28.
  const seen = play([0, 5, 18, 23, 28], 30)
  const states = seen.map(({ state }) => state)
  expect(states[15]).toBe('在线') // 10 minutes = 2 cycles old
  expect(states[16]).toBe('迟报')
  expect(seen[18]).toMatchObject({ state: '迟报', reason: 'recovering', timely: 0 })
  expect(seen[22]).toMatchObject({ state: '迟报', timely: 0 })
  expect(seen[23]).toMatchObject({ state: '迟报', timely: 1 })
  expect(seen[28]).toMatchObject({ state: '在线', timely: 2 })
})

test('a silent device that speaks once is late, and silent again when it does not go on', () => {
  const states = play([0, 40], 75).map(({ state }) => state)
  expect(states[30]).toBe('迟报') // 30 minutes = 6 cycles
  expect(states[31]).toBe('静默')
  expect(states[40]).toBe('迟报')
  expect(states[70]).toBe('迟报')
  expect(states[71]).toBe('静默')
})

test('a late report breaks the row', () => {
  // After the gap: 18, 23 (timely), 34 (11 minutes: late), 39, 44.
  const seen = play([0, 5, 18, 23, 34, 39, 44], 46)
  expect(seen[23]?.timely).toBe(1)
  expect(seen[34]).toMatchObject({ state: '迟报', timely: 0 })
  expect(seen[39]).toMatchObject({ state: '迟报', timely: 1 })
  expect(seen[44]).toMatchObject({ state: '在线' })
})

test('a report looked at twice, or an older one that comes later, is not another report', () => {
  const recovering: Reporting = { state: '迟报', reason: 'recovering', lastSeen: START, timely: 1 }
  expect(judgeReporting({ cycle: CYCLE, lastSeen: START }, START + 1000, LIMITS, recovering).timely).toBe(1)
  expect(judgeReporting({ cycle: CYCLE, lastSeen: START - MINUTE }, START, LIMITS, recovering).timely).toBe(1)
})

test('jitter within the late limit never makes a device late', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 10 }), { minLength: 1, maxLength: 60 }), (gaps) => {
      const reports = timesOf(gaps)
      return play(reports, reports.at(-1)!).every(({ state }) => state === '在线')
    }),
  )
})

test('however a device jitters, it comes back online only after the wanted timely reports, so it cannot flap', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 25 }), { minLength: 1, maxLength: 80 }),
      fc.integer({ min: 1, max: 4 }),
      (gaps, recover) => {
        const reports = timesOf(gaps)
        const seen = play(reports, reports.at(-1)!, { ...LIMITS, recover })
        for (const [minute, { state }] of seen.entries()) {
          if (minute === 0 || state !== '在线' || seen[minute - 1]!.state === '在线') continue
          // It has just come back: the last `recover` gaps up to here must all be within ten minutes.
          const known = reports.filter((at) => at <= minute)
          const last = known.slice(-recover - 1)
          expect(last).toHaveLength(recover + 1)
          for (const [index, at] of last.slice(1).entries()) expect(at - last[index]!).toBeLessThanOrEqual(10)
        }
      },
    ),
  )
})
