import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { AlarmRule, RateRule, ThresholdRule } from '../../model/feedDefinitions'
import { deviceFixture, MINUTE, START } from '../deviceFixture'
import { evaluateRules } from './evaluateRules'

const THRESHOLD: ThresholdRule = Object.freeze({
  kind: 'threshold',
  id: 'high-water',
  level: '橙',
  above: ['get', 'high'],
  margin: 0.2,
  hold: 600,
})
const RATE: RateRule = Object.freeze({ kind: 'rate', id: 'fast', level: '黄', minutes: 30, rise: 0.5, fall: 1 })
const SILENCE: AlarmRule = Object.freeze({ kind: 'silence', id: 'silent', level: '蓝' })

/** Readings every five minutes from the start. */
const samples = (...values: readonly number[]) =>
  values.map((value, index) => ({ time: START + index * 5 * MINUTE, value }))
const firing = (rule: AlarmRule, values: readonly number[], afterMinutes = (values.length - 1) * 5) =>
  evaluateRules([rule], deviceFixture(null, null), samples(...values), START + afterMinutes * MINUTE)

test('a threshold cites its rule, the value and the limit, and since when', () => {
  // Above 3.5 at 5, 10 and 15 minutes: ten minutes beyond at the last one.
  expect(firing(THRESHOLD, [3, 3.6, 3.7, 3.8])).toEqual([
    { rule: 'high-water', level: '橙', side: 'above', value: 3.8, limit: 3.5, since: START + 5 * MINUTE },
  ])
})

test('a breach that does not last as long as the hold is none; the limit itself is inside', () => {
  expect(firing(THRESHOLD, [3, 3.6, 3.7])).toEqual([]) // 5 minutes of the wanted 10
  expect(firing(THRESHOLD, [3.6, 3.6, 3.4, 3.6, 3.6])).toEqual([]) // begun anew at 15 minutes
  expect(firing(THRESHOLD, [3.5, 3.5, 3.5, 3.5])).toEqual([])
})

test('the hold is proved by readings, not by waiting for them', () => {
  expect(firing(THRESHOLD, [3.6], 60)).toEqual([])
})

test('a threshold clears only back inside by the margin', () => {
  const high = [3.6, 3.6, 3.6]
  // 3.5 − 0.2 = 3.3
  expect(firing(THRESHOLD, [...high, 3.31])).toMatchObject([{ value: 3.31, limit: 3.5, since: START }])
  expect(firing(THRESHOLD, [...high, 3.3])).toEqual([])
  expect(firing(THRESHOLD, [...high, 3.3, 3.4])).toEqual([])
})

test('a threshold below, and one of both sides', () => {
  const both: ThresholdRule = { ...THRESHOLD, below: 1, hold: 0 }
  expect(firing(both, [0.9])).toMatchObject([{ side: 'below', value: 0.9, limit: 1 }])
  expect(firing(both, [0.9, 1.1])).toMatchObject([{ side: 'below' }]) // 1 + 0.2 = 1.2
  expect(firing(both, [0.9, 1.2])).toEqual([])
  expect(firing(both, [0.9, 3.6])).toMatchObject([{ side: 'above', limit: 3.5 }])
})

test('a device without the limit, or outside `where`, is not judged', () => {
  const bare = deviceFixture(9, START, { high: undefined })
  expect(evaluateRules([{ ...THRESHOLD, hold: 0 }], bare, samples(9), START)).toEqual([])
  const elsewhere: ThresholdRule = { ...THRESHOLD, hold: 0, where: ['==', ['get', 'kind'], '雨量'] }
  expect(evaluateRules([elsewhere], deviceFixture(9, START), samples(9), START)).toEqual([])
  const odd: ThresholdRule = { ...THRESHOLD, hold: 0, where: ['>', ['get', 'missing'], 3] }
  expect(evaluateRules([odd], deviceFixture(9, START), samples(9), START)).toEqual([])
})

test('a rise is measured from the lowest of the last minutes, a fall from the highest', () => {
  // 2.0 → 2.6 over 25 minutes: 0.6 > 0.5
  expect(firing(RATE, [2, 2.1, 2.2, 2.3, 2.5, 2.6])).toEqual([
    { rule: 'fast', level: '黄', side: 'rise', value: expect.closeTo(0.6, 9), limit: 0.5, since: START + 25 * MINUTE },
  ])
  expect(firing(RATE, [2, 2.1, 2.2, 2.3, 2.4, 2.5])).toEqual([]) // 0.5 is the limit
  // The 2.0 of the start is 35 minutes old: 2.6 − 2.1 = 0.5
  expect(firing(RATE, [2, 2.1, 2.2, 2.3, 2.4, 2.5, 2.55, 2.6])).toEqual([])
  // 3.2 → 2.1: 1.1 > 1
  expect(firing(RATE, [3.2, 2.1])).toMatchObject([{ side: 'fall', value: expect.closeTo(-1.1, 9), limit: 1 }])
})

test('time alone ends a rate alarm: a rise of an hour ago is no rise now', () => {
  const rise = [2, 2.6]
  expect(firing(RATE, rise, 30)).toHaveLength(1) // the 2.0 is exactly 30 minutes old
  expect(firing(RATE, rise, 31)).toEqual([])
})

test('silence fires by the state of the device', () => {
  const at = (state: string) =>
    evaluateRules([SILENCE], deviceFixture(2, START, { state }), samples(2), START + 90 * MINUTE)
  expect(at('静默')).toEqual([{ rule: 'silent', level: '蓝', side: 'silence', value: null, limit: null, since: START }])
  expect(at('迟报')).toEqual([])
  expect(at('在线')).toEqual([])
})

test('readings after the moment asked about are not known yet', () => {
  expect(firing({ ...THRESHOLD, hold: 0 }, [3, 3, 9], 7)).toEqual([])
})

test('a threshold without margin and hold fires exactly where the newest reading is beyond', () => {
  const plain: ThresholdRule = { ...THRESHOLD, margin: 0, hold: 0 }
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 7, noNaN: true }), { minLength: 1, maxLength: 30 }), (values) => {
      expect(firing(plain, values)).toHaveLength(values.at(-1)! > 3.5 ? 1 : 0)
    }),
  )
})

test('a margin only ever keeps an alarm longer', () => {
  const ticks = (margin: number, values: readonly number[]) =>
    values.filter((_, index) => firing({ ...THRESHOLD, hold: 0, margin }, values.slice(0, index + 1)).length > 0).length
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 2, max: 5, noNaN: true }), { minLength: 1, maxLength: 25 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (values, margin) => ticks(margin, values) >= ticks(0, values),
    ),
  )
})
