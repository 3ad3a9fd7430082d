import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { AlarmRule, RateRule, ThresholdRule } from '../../model/feedDefinitions'
import { deviceFixture, MINUTE, START } from '../deviceFixture'
import type { ReportingState } from '../reporting'
import { CALM, compileRule, type Firing, type RuleState } from './rule'
import { stepRule } from './stepRule'

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

interface Course {
  /** Other properties of the device than its reading. */
  readonly properties?: Readonly<Record<string, unknown>>
  /** When it is looked at last, after its last reading. */
  readonly afterMinutes?: number
  readonly reporting?: ReportingState | null
}

/** A device that reads these values every five minutes from the start, looked at as each comes in and once at the end. */
function firing(rule: AlarmRule, values: readonly number[], course: Course = {}): readonly Firing[] {
  const { properties = {}, afterMinutes = (values.length - 1) * 5, reporting = null } = course
  const compiled = compileRule(rule)
  const lookAt = (state: RuleState, index: number, now: number, said: ReportingState | null): RuleState => {
    const time = START + index * 5 * MINUTE
    return stepRule(compiled, state, {
      subject: deviceFixture(values[index]!, time, properties),
      time,
      now,
      reporting: said,
    })
  }
  const read = values.reduce((state, _, index) => lookAt(state, index, START + index * 5 * MINUTE, null), CALM)
  const last = lookAt(read, values.length - 1, START + afterMinutes * MINUTE, reporting)
  return last.firing ? [last.firing] : []
}

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
  expect(firing(THRESHOLD, [3.6], { afterMinutes: 60 })).toEqual([])
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
  const plain: ThresholdRule = { ...THRESHOLD, hold: 0 }
  expect(firing(plain, [9])).toHaveLength(1)
  expect(firing(plain, [9], { properties: { high: undefined } })).toEqual([])
  expect(firing({ ...plain, where: ['==', ['get', 'kind'], '雨量'] }, [9])).toEqual([])
  expect(firing({ ...plain, where: ['>', ['get', 'missing'], 3] }, [9])).toEqual([])
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
  expect(firing(RATE, rise, { afterMinutes: 30 })).toHaveLength(1) // the 2.0 is exactly 30 minutes old
  expect(firing(RATE, rise, { afterMinutes: 31 })).toEqual([])
})

test('silence fires by the state of the device', () => {
  const at = (reporting: ReportingState) => firing(SILENCE, [2], { afterMinutes: 90, reporting })
  expect(at('静默')).toEqual([{ rule: 'silent', level: '蓝', side: 'silence', value: null, limit: null, since: START }])
  expect(at('迟报')).toEqual([])
  expect(at('在线')).toEqual([])
})

test('silence clears only when the device is online again', () => {
  const compiled = compileRule(SILENCE)
  const look = (state: RuleState, reporting: ReportingState) =>
    stepRule(compiled, state, { subject: deviceFixture(2, START), time: START, now: START + 90 * MINUTE, reporting })
  const silent = look(CALM, '静默')
  expect(look(silent, '静默')).toBe(silent)
  expect(look(silent, '迟报')).toBe(silent)
  expect(look(silent, '在线').firing).toBeNull()
})

test('looking twice at the same reading changes nothing', () => {
  const rise = [2, 2.6]
  expect(firing(RATE, rise, { afterMinutes: 6 })).toEqual(firing(RATE, rise, { afterMinutes: 5 }))
  expect(firing(THRESHOLD, [3.6, 3.6, 3.6], { afterMinutes: 40 })).toEqual(firing(THRESHOLD, [3.6, 3.6, 3.6]))
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
