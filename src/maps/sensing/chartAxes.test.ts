import { expect, test } from 'vitest'
import { formatTime } from '#i18n/formatTime.ts'
import { FIGURE_STEPS, placeLabels, shanghaiTicks, TIME_STEPS } from './chartAxes'

const HOUR = 3_600_000

test('days begin at midnight in Shanghai wherever the browser stands', () => {
  const [from, to] = [Date.parse('2026-08-30T08:15:00+08:00'), Date.parse('2026-09-01T14:00:00+08:00')]
  const clock = (step: number) => shanghaiTicks(from, to, step).map((time) => formatTime(time, 'en', from))
  expect(clock(24 * HOUR)).toEqual(['31 Aug 00:00', '1 Sep 00:00'])
  expect(clock(12 * HOUR)).toEqual(['30 Aug 12:00', '31 Aug 00:00', '31 Aug 12:00', '1 Sep 00:00', '1 Sep 12:00'])
  // The ends are ticks where they are full steps.
  expect(shanghaiTicks(from, to, 15 * 60_000).at(0)).toBe(from)
  expect(shanghaiTicks(from, to, HOUR).at(-1)).toBe(to)
  expect(shanghaiTicks(from, from + HOUR / 2, 12 * HOUR)).toEqual([])
  expect(shanghaiTicks(from, to, 0)).toEqual([])
})

test('every step of the axis of time but the longest divides the day, and no step of figures is finer than they are said', () => {
  expect(TIME_STEPS.filter((step) => (24 * HOUR) % step !== 0)).toEqual([48 * HOUR])
  expect(FIGURE_STEPS.slice(0, 9)).toEqual([0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5])
  expect(FIGURE_STEPS.toSorted((one, other) => one - other)).toEqual(FIGURE_STEPS)
})

test('labels stay within the plot and never touch', () => {
  const label = (middle: number) => ({ middle, width: 30 })
  // 5 would begin at −10, 95 end at 110; 40 would begin at 25, before the first one ends at 30.
  expect(placeLabels([label(5), label(40), label(60), label(95)], 0, 100)).toEqual([15, null, 60, null])
  expect(placeLabels([label(95)], 0, 100)).toEqual([85])
})
