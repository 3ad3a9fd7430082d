import type { WorkingCalendar } from '../model/feedDefinitions'

/** Working time: how much of it lies between two moments, and when so much of it is used up. Times in epoch ms. */
export interface WorkingTime {
  /** Working minutes from one moment to another; negative when the other is earlier. */
  between(from: number, to: number): number
  /**
   * The earliest moment by which so many working minutes have passed since `from`: `from` itself for none, the end of
   * working hours for exactly a day's work. Infinity when the calendar never has so many.
   */
  after(from: number, minutes: number): number
}

const MINUTE = 60_000
const DAY = 86_400_000
/** China Standard Time: UTC+8 all year since 1992. */
const SHANGHAI = 8 * 3_600_000
/** Days looked ahead before a calendar counts as having no more working time: two centuries. */
const HORIZON = 73_000

/** Minutes of the clock: night and days off count. */
export const roundTheClock: WorkingTime = {
  between: (from, to) => (to - from) / MINUTE,
  after: (from, minutes) => from + Math.max(0, Math.round(minutes * MINUTE)),
}

const compiled = new WeakMap<WorkingCalendar, WorkingTime>()

/**
 * Working time of a calendar, in Asia/Shanghai whatever the machine's zone. Closed form: whole weeks are multiplied and
 * days off looked up, so that months cost as little as minutes. A calendar is prepared once.
 */
export function workingTime(calendar: WorkingCalendar): WorkingTime {
  const known = compiled.get(calendar)
  if (known) return known
  const made = prepare(calendar)
  compiled.set(calendar, made)
  return made
}

function prepare(calendar: WorkingCalendar): WorkingTime {
  const spans = spansOf(calendar.hours)
  const dayLength = spans.reduce((sum, [start, end]) => sum + end - start, 0)
  const days = countDays(calendar)

  /** Working milliseconds of a working day up to a time of day. */
  const usedOfDay = (timeOfDay: number): number =>
    spans.reduce((sum, [start, end]) => sum + Math.max(0, Math.min(timeOfDay, end) - start), 0)

  /** Working milliseconds from the first day of 1970 to a moment; negative before. */
  const usedAt = (time: number): number => {
    const day = Math.floor((time + SHANGHAI) / DAY)
    const whole = days.before(day) * dayLength
    return days.worked(day) ? whole + usedOfDay(time + SHANGHAI - day * DAY) : whole
  }

  /** Time of a working day by which so much of it is used. */
  const timeOfDay = (used: number): number => {
    let rest = used
    for (const [start, end] of spans) {
      if (rest <= end - start) return start + rest
      rest -= end - start
    }
    return DAY
  }

  return {
    between: (from, to) => (usedAt(to) - usedAt(from)) / MINUTE,
    after(from, minutes) {
      const wanted = Math.round(minutes * MINUTE)
      if (!(wanted > 0)) return from
      if (dayLength === 0) return Infinity
      const target = usedAt(from) + wanted
      // The day on which the target falls is the first that has been worked so often when it ends.
      const workingDays = Math.ceil(target / dayLength)
      const day = days.nth(workingDays, Math.floor((from + SHANGHAI) / DAY))
      if (day === null) return Infinity
      return day * DAY - SHANGHAI + timeOfDay(target - days.before(day) * dayLength)
    },
  }
}

interface WorkingDays {
  worked(day: number): boolean
  /** Working days from day 0 (1 January 1970) up to, not with, this one; negative for days before it. */
  before(day: number): number
  /** The first day, from `from` on, at the end of which `before` has reached `count`; null beyond the horizon. */
  nth(count: number, from: number): number | null
}

function countDays({ weekdays, holidays, workdays }: WorkingCalendar): WorkingDays {
  const ofWeek = new Set(weekdays)
  // Day 0 was a Thursday, 4 in ISO weekdays.
  const weekly = Array.from({ length: 7 }, (_, index) => ofWeek.has(((index + 3) % 7) + 1))
  const weekdayAt = (day: number): boolean => weekly[((day % 7) + 7) % 7]!
  const upTo = weekly.map((_, index) => weekly.slice(0, index).filter(Boolean).length)
  const perWeek = weekly.filter(Boolean).length

  const exceptions = new Map<number, boolean>()
  for (const date of holidays) exceptions.set(dayOf(date), false)
  for (const date of workdays) exceptions.set(dayOf(date), true)
  const moved = [...exceptions].filter(([day, worked]) => worked !== weekdayAt(day)).sort(([a], [b]) => a - b)
  const movedDays = moved.map(([day]) => day)
  const movedSums = [0]
  for (const [, worked] of moved) movedSums.push(movedSums.at(-1)! + (worked ? 1 : -1))
  const dayZero = rankIn(movedDays, 0)

  const before = (day: number): number => {
    const week = Math.floor(day / 7)
    const regular = week * perWeek + upTo[day - week * 7]!
    return regular + movedSums[rankIn(movedDays, day)]! - movedSums[dayZero]!
  }
  return {
    worked: (day) => exceptions.get(day) ?? weekdayAt(day),
    before,
    nth(count, from) {
      let step = 1
      while (before(from + step) < count) {
        if (step > HORIZON) return null
        step *= 2
      }
      let [low, high] = [from, from + step - 1]
      while (low < high) {
        const middle = Math.floor((low + high) / 2)
        if (before(middle + 1) >= count) high = middle
        else low = middle + 1
      }
      return low
    },
  }
}

/** How many of the sorted days come before this one. */
function rankIn(sorted: readonly number[], day: number): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle]! < day) low = middle + 1
    else high = middle
  }
  return low
}

const dayOf = (date: string): number => Math.floor(Date.parse(`${date}T00:00:00Z`) / DAY)

/** Working hours as [start, end] in milliseconds of the day, in order, those that touch or overlap joined. */
function spansOf(hours: WorkingCalendar['hours']): readonly (readonly [number, number])[] {
  const spans = hours
    .map(([start, end]): [number, number] => [clockTime(start), clockTime(end)])
    .filter(([start, end]) => end > start)
    .sort(([a], [b]) => a - b)
  const joined: [number, number][] = []
  for (const span of spans) {
    const last = joined.at(-1)
    if (last && span[0] <= last[1]) last[1] = Math.max(last[1], span[1])
    else joined.push(span)
  }
  return joined
}

function clockTime(text: string): number {
  const [hour = 0, minute = 0] = text.split(':').map(Number)
  return (hour * 60 + minute) * MINUTE
}
