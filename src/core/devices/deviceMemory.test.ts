import { describe, expect, it } from 'vitest'
import { deepFreeze } from '#tests/city/deepFreeze.ts'
import { deviceFixture, MINUTE, START } from './deviceFixture'
import { type DeviceMemory, deviceMemory, isMoving, reportingOf, sameMemory, sameParts } from './deviceMemory'
import { CALM, type Firing, type RuleState } from './rules/rule'

const FIRING: Firing = { rule: 'high', level: '橙', side: 'above', value: 4, limit: 3, since: START }
const sample = (minutes: number) => ({ time: START + minutes * MINUTE, value: 1 })
const memory = (state: Partial<RuleState> = {}, more: Partial<DeviceMemory> = {}): DeviceMemory =>
  deepFreeze({ reporting: null, rules: new Map([['high', { ...CALM, ...state }]]), newest: null, firings: [], ...more })

describe('two memories of a device', () => {
  const WINDOW = [sample(0), sample(5), sample(10)]

  it('are the same where every rule and the reporting say the same', () => {
    const one = memory({ beyondSince: START, firing: FIRING, window: WINDOW })
    const other = memory({ beyondSince: START, firing: { ...FIRING }, window: WINDOW.map((each) => ({ ...each })) })
    expect(sameMemory(one, other)).toBe(true)
  })

  it.each<[string, DeviceMemory, DeviceMemory]>([
    ['a rule fires now', memory({ beyondSince: START }), memory({ beyondSince: START, firing: FIRING })],
    ['a rule fires no more', memory({ firing: FIRING }), memory()],
    ['it fires on another value', memory({ firing: FIRING }), memory({ firing: { ...FIRING, value: 5 } })],
    ['it is beyond since another time', memory({ beyondSince: START }), memory({ beyondSince: START + 1 })],
    ['a reading was added', memory({ window: [sample(0)] }), memory({ window: [sample(0), sample(5)] })],
    ['the window moved', memory({ window: [sample(0), sample(5)] }), memory({ window: [sample(0), sample(6)] })],
    ['its begin moved', memory({ window: [sample(0), sample(5)] }), memory({ window: [sample(1), sample(5)] })],
    ['there is another rule', memory(), memory({}, { rules: new Map([['low', CALM]]) })],
    [
      'there is one rule more',
      memory(),
      memory(
        {},
        {
          rules: new Map([
            ['high', CALM],
            ['low', CALM],
          ]),
        },
      ),
    ],
    [
      'the reporting is known now',
      memory(),
      memory({}, { reporting: { state: '在线', reason: 'on-time', lastSeen: START, timely: 2 } }),
    ],
  ])('differ where %s', (_, one, other) => {
    expect(sameMemory(one, other)).toBe(false)
    expect(sameMemory(other, one)).toBe(false)
  })
})

it('flat objects say the same by their parts; nothing is the same as nothing alone', () => {
  expect(sameParts({ a: 1, b: Number.NaN }, { a: 1, b: Number.NaN })).toBe(true)
  expect(sameParts({ a: 1 }, { a: 2 })).toBe(false)
  expect([sameParts(null, null), sameParts(null, {}), sameParts({}, null)]).toEqual([true, false, false])
})

it('moves with time while a rate holds more than one reading', () => {
  expect(isMoving(memory({ window: [sample(0), sample(5)] }))).toBe(true)
  expect([isMoving(memory({ window: [sample(0)] })), isMoving(memory())]).toEqual([false, false])
})

it('where the memory was lost, the state tells of the past; a word that is no state tells nothing', () => {
  const lost = deviceFixture(1, START, { state: '迟报' })
  expect(deviceMemory(lost)).toBeNull()
  expect(reportingOf(lost)).toEqual({ state: '迟报', reason: 'recovering', lastSeen: START, timely: 0 })
  expect(reportingOf(deviceFixture(1, START, { state: '未知' }))).toBeNull()
  expect(reportingOf(deviceFixture(1, START))).toBeNull()
})
