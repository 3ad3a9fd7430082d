import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { WorkingCalendar } from '../model/feedDefinitions'
import { roundTheClock, workingTime } from './workingTime'

/** Eight hours a day with two of lunch; National Day 2026 with its adjusted working days. */
const calendar: WorkingCalendar = {
  weekdays: [1, 2, 3, 4, 5],
  hours: [
    ['08:30', '12:00'],
    ['14:00', '18:30'],
  ],
  holidays: ['2026-10-01', '2026-10-02', '2026-10-03', '2026-10-04', '2026-10-05', '2026-10-06', '2026-10-07'],
  workdays: ['2026-09-20', '2026-10-10'],
}
const time = workingTime(calendar)
const at = (text: string): number => Date.parse(`${text}:00+08:00`)
const DAY = 86_400_000
const MINUTE = 60_000

/**
 * Minutes worked up to each minute from a moment on, counted one by one with the weekday and date of Asia/Shanghai
 * from Intl.
 */
function countedOneByOne(from: number, minutes: number): readonly number[] {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: 'Asia/Shanghai',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    weekday: 'short',
  })
  const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
  const sums = [0]
  for (let minute = 0; minute < minutes; minute++) {
    const text = Object.fromEntries(parts.formatToParts(from + minute * MINUTE).map(({ type, value }) => [type, value]))
    const date = `${text.year}-${text.month}-${text.day}`
    const clock = `${text.hour}:${text.minute}`
    const usual = calendar.weekdays.includes(weekdays.indexOf(text.weekday!) + 1)
    const worked = calendar.workdays.includes(date) || (usual && !calendar.holidays.includes(date))
    const counts = worked && calendar.hours.some(([start, end]) => clock >= start && clock < end)
    sums.push(sums[minute]! + (counts ? 1 : 0))
  }
  return sums
}

describe('working minutes between two moments', () => {
  it.each([
    // Tuesday: 11:30-12:00 is 30, 14:00-14:20 is 20.
    ['lunch is not worked', '2026-09-01T11:30', '2026-09-01T14:20', 50],
    // Friday 17:30-18:30 is 60, Monday 8:30-9:30 is 60.
    ['a weekend is not worked', '2026-09-04T17:30', '2026-09-07T09:30', 120],
    // Friday 60, the adjusted Sunday 20 September 480, Monday 8:30-9:00 is 30.
    ['an adjusted Sunday is worked', '2026-09-18T17:30', '2026-09-21T09:00', 570],
    // Wednesday 30 September 60, seven days off, Thursday 8 October 30.
    ['National Day is not worked', '2026-09-30T17:30', '2026-10-08T09:00', 90],
    // Friday 9 October 60, the adjusted Saturday 480, Sunday 0, Monday 30.
    ['an adjusted Saturday is worked', '2026-10-09T17:30', '2026-10-12T09:00', 570],
    // September 2026: 22 weekdays and the adjusted Sunday, 23 × 480.
    ['a month', '2026-09-01T00:00', '2026-10-01T00:00', 11_040],
    ['a night is nothing', '2026-09-01T18:30', '2026-09-02T08:30', 0],
  ])('%s', (_, from, to, minutes) => {
    expect(time.between(at(from), at(to))).toBe(minutes)
    expect(time.between(at(to), at(from))).toBe(0 - minutes)
  })

  it('is what counting minute by minute gives, holidays and adjusted days included', () => {
    // Two weeks about the adjusted Sunday, two about National Day and the adjusted Saturday.
    for (const first of ['2026-09-13T00:00', '2026-09-28T00:00']) {
      const start = at(first)
      const counted = countedOneByOne(start, 14 * 1440)
      const minute = fc.nat(14 * 1440)
      fc.assert(
        fc.property(minute, minute, (from, to) => {
          expect(time.between(start + from * MINUTE, start + to * MINUTE)).toBe(counted[to]! - counted[from]!)
        }),
        { numRuns: 500 },
      )
    }
  })

  it('adds up', () => {
    const moment = fc.integer({ min: at('2020-01-01T00:00'), max: at('2030-01-01T00:00') })
    fc.assert(
      fc.property(moment, moment, moment, (a, b, c) => {
        expect(time.between(a, b) + time.between(b, c)).toBeCloseTo(time.between(a, c), 6)
      }),
    )
  })
})

describe('the moment at which working minutes are used up', () => {
  it.each([
    ['the end of working hours, not the next morning', '2026-09-04T17:30', 60, '2026-09-04T18:30'],
    ['after a weekend', '2026-09-04T17:30', 61, '2026-09-07T08:31'],
    ['the end of the morning, not after lunch', '2026-09-01T11:30', 30, '2026-09-01T12:00'],
    ['from the middle of a night', '2026-09-02T02:00', 10, '2026-09-02T08:40'],
    // 30 September 17:30 leaves 60; 480 - 60 = 420 on 8 October: 210 till noon, 210 from 14:00.
    ['over National Day', '2026-09-30T17:30', 480, '2026-10-08T17:30'],
    ['none', '2026-09-05T10:00', 0, '2026-09-05T10:00'],
    // Ten days of eight hours from Monday 28 September: 28-30 are three, 8-10 October three more, 12-15 four.
    ['ten working days', '2026-09-28T08:30', 4800, '2026-10-15T18:30'],
  ])('%s', (_, from, minutes, due) => {
    expect(time.after(at(from), minutes)).toBe(at(due))
  })

  it('is the inverse of counting, and the earliest such moment', () => {
    const moment = fc.integer({ min: at('2024-01-01T00:00'), max: at('2028-01-01T00:00') })
    fc.assert(
      fc.property(moment, fc.integer({ min: 1, max: 60_000 }), (from, minutes) => {
        const due = time.after(from, minutes)
        expect(time.between(from, due)).toBe(minutes)
        expect(time.between(from, due - 1)).toBeLessThan(minutes)
      }),
    )
  })

  it('is never for a calendar without work', () => {
    const idle = workingTime({ ...calendar, weekdays: [], workdays: ['2026-10-10'] })
    // The one day worked has 480 minutes.
    expect(idle.after(at('2026-09-01T00:00'), 480)).toBe(at('2026-10-10T18:30'))
    expect(idle.after(at('2026-09-01T00:00'), 481)).toBe(Infinity)
    expect(workingTime({ ...calendar, hours: [] }).after(0, 1)).toBe(Infinity)
  })
})

it('spans that overlap are worked once; a day may end at 24:00; work is possible on a holiday that is adjusted', () => {
  const shifts = workingTime({
    weekdays: [1, 2, 3, 4, 5, 6, 7],
    hours: [
      ['16:00', '24:00'],
      ['08:00', '17:00'],
    ],
    holidays: ['2026-10-01', '2026-10-02'],
    workdays: ['2026-10-02'],
  })
  // 8:00 to 24:00 is 960 minutes.
  expect(shifts.between(at('2026-09-30T00:00'), at('2026-10-01T00:00'))).toBe(960)
  expect(shifts.between(at('2026-10-01T00:00'), at('2026-10-03T00:00'))).toBe(960)
  expect(shifts.after(at('2026-09-30T23:30'), 30)).toBe(at('2026-10-01T00:00'))
})

it('round the clock every minute counts', () => {
  const from = at('2026-10-01T00:00')
  expect(roundTheClock.between(from, from + DAY)).toBe(1440)
  expect(roundTheClock.after(from, 90)).toBe(at('2026-10-01T01:30'))
})
