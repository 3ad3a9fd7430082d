import { expect, test } from 'vitest'
import type { CityFeature } from '../model/feature'
import { type DeviceDefinition, deriveDevice } from './deriveDevice'
import { deviceFixture, MINUTE, START } from './deviceFixture'
import { deviceMemory } from './deviceMemory'

const DEFINITION: DeviceDefinition = Object.freeze({
  reporting: { cycle: ['get', 'cycle'], late: 2, silent: 6, recover: 2 },
  rules: [
    { kind: 'silence', id: 'silent', level: '蓝' },
    { kind: 'threshold', id: 'high', level: '橙', above: ['get', 'high'], margin: 0.2, hold: 300 },
    { kind: 'rate', id: 'fast', level: '红', minutes: 30, rise: 1 },
  ],
} as const)

const derive = deriveDevice(DEFINITION)
const derivedAt = (feature: CityFeature, now: number, before: CityFeature | null): CityFeature => ({
  ...feature,
  properties: { ...feature.properties, ...derive(feature, now, before) },
})

/** Reports as [minute, value]; the device as derived after the last of them, and at `until` minutes. */
function play(reports: readonly (readonly [number, number])[], until = reports.at(-1)![0]): CityFeature {
  let before: CityFeature | null = null
  for (const [minute, value] of reports) {
    before = derivedAt(deviceFixture(value, START + minute * MINUTE), START + minute * MINUTE, before)
  }
  return derivedAt(before!, START + until * MINUTE, before)
}

test('a quiet device is online without an alarm', () => {
  expect(play([[0, 2]]).properties).toMatchObject({ state: '在线', alarm: false, alarm_level: null, alarm_rule: null })
})

test('a hold needs the past that the device carries along', () => {
  expect(play([[0, 3.6]]).properties.alarm).toBe(false)
  const high = play([
    [0, 3.6],
    [5, 3.7],
  ])
  expect(high.properties).toMatchObject({ alarm: true, alarm_level: '橙', alarm_rule: 'high' })
  expect(deviceMemory(high)?.firings).toEqual([
    { rule: 'high', level: '橙', side: 'above', value: 3.7, limit: 3.5, since: START },
  ])
})

test('the most severe of the rules that fire is the one named; the others are kept', () => {
  const fast = play([
    [0, 2.4],
    [5, 3.6],
    [10, 3.7],
  ])
  // 3.7 − 2.4 = 1.3 > 1 (红), and above 3.5 for five minutes (橙)
  expect(fast.properties).toMatchObject({ alarm: true, alarm_level: '红', alarm_rule: 'fast' })
  expect(deviceMemory(fast)?.firings.map(({ rule }) => rule)).toEqual(['high', 'fast'])
})

test('a silent device raises its alarm by time alone and keeps it until it is online again', () => {
  const silent = play([[0, 2]], 31)
  expect(silent.properties).toMatchObject({ state: '静默', alarm: true, alarm_rule: 'silent' })
  const steps = [40, 45, 50].map((minute) => [minute, 2] as const)
  let device = silent
  const seen = steps.map(([minute, value]) => {
    device = derivedAt(deviceFixture(value, START + minute * MINUTE), START + minute * MINUTE, device)
    return [device.properties.state, device.properties.alarm]
  })
  expect(seen).toEqual([
    ['迟报', true],
    ['迟报', true],
    ['在线', false],
  ])
})

test('derived again at the same moment it is the same, and the memory is no property of the feature', () => {
  const device = play([
    [0, 3.6],
    [5, 3.7],
  ])
  const again = derivedAt(device, START + 5 * MINUTE, device)
  expect(again).toEqual(device)
  expect(Object.keys(device.properties)).not.toContain('memory')
  expect(JSON.parse(JSON.stringify(device.properties))).toEqual({
    kind: '水位',
    unit: 'm',
    high: 3.5,
    cycle: 300,
    value: 3.7,
    state: '在线',
    alarm: true,
    alarm_level: '橙',
    alarm_rule: 'high',
  })
})

test('the memory stays the same object while nothing in it changes, and is another when a second rule begins to fire', () => {
  const high = play([
    [0, 3.6],
    [5, 3.7],
  ])
  const later = derivedAt(high, START + 12 * MINUTE, high)
  expect(deviceMemory(later)).toBe(deviceMemory(high))
  // Silent after half an hour: the alarm that is named stays the high water, but there are two.
  const silent = derivedAt(later, START + 36 * MINUTE, later)
  expect(silent.properties).toMatchObject({ alarm_rule: 'high', state: '静默' })
  expect(deviceMemory(silent)?.firings.map(({ rule }) => rule)).toEqual(['silent', 'high'])
})

test('a rule may ask for the state the device has now', () => {
  const definition: DeviceDefinition = {
    ...DEFINITION,
    rules: [
      {
        kind: 'threshold',
        id: 'late-high',
        level: '黄',
        where: ['==', ['get', 'state'], '迟报'],
        above: 3,
        margin: 0,
        hold: 0,
      },
    ],
  }
  const ask = deriveDevice(definition)
  const first = deviceFixture(3.2, START)
  const online: CityFeature = { ...first, properties: { ...first.properties, ...ask(first, START, null) } }
  expect(online.properties).toMatchObject({ state: '在线', alarm: false })
  expect(ask(online, START + 11 * MINUTE, online)).toMatchObject({ state: '迟报', alarm: true })
})

test('a rise that is over ends by time alone', () => {
  const risen = play([
    [0, 2],
    [5, 3.2],
  ])
  expect(risen.properties.alarm_rule).toBe('fast')
  // The 2.0 of the start is 30 minutes old, then a minute more; the silence rule begins only after 35.
  expect(derivedAt(risen, START + 30 * MINUTE, risen).properties.alarm_rule).toBe('fast')
  expect(derivedAt(risen, START + 31 * MINUTE, risen).properties).toMatchObject({ state: '迟报', alarm: false })
})

test('a stored copy that lost its memory keeps its hysteresis by its state', () => {
  const late = derivedAt(deviceFixture(2, START), START + 15 * MINUTE, null)
  expect(late.properties.state).toBe('迟报')
  const stored: CityFeature = JSON.parse(JSON.stringify(late))
  const next = derivedAt(deviceFixture(2, START + 16 * MINUTE), START + 16 * MINUTE, stored)
  expect(next.properties.state).toBe('迟报')
})

test('a feed that says nothing of reporting or rules keeps what its source wrote', () => {
  const device = deviceFixture(2, START, { state: '静默', alarm: true })
  expect(Object.keys(deriveDevice({})(device, START, null))).toEqual([])
  expect(Object.keys(deriveDevice({ rules: DEFINITION.rules })(device, START, null))).toEqual([
    'alarm',
    'alarm_level',
    'alarm_rule',
  ])
})

test('a device without a cycle is unknown', () => {
  expect(derive(deviceFixture(2, START, { cycle: undefined }), START, null).state).toBe('未知')
})

test('a reading from before the last one raises nothing and clears nothing, nor does time that passes over it', () => {
  const high = play([
    [0, 3.6],
    [5, 3.7],
  ])
  const { firings } = deviceMemory(high)!
  const calmBefore = derivedAt(deviceFixture(1, START - 45 * MINUTE), START + 6 * MINUTE, high)
  const later = derivedAt(calmBefore, START + 7 * MINUTE, calmBefore)
  for (const device of [calmBefore, later]) {
    expect(device.properties).toMatchObject({ alarm: true, alarm_rule: 'high' })
    expect(deviceMemory(device)?.firings).toEqual(expect.arrayContaining([...firings]))
  }
  const calm = play([[0, 1]])
  const highBefore = derivedAt(deviceFixture(9.9, START - 45 * MINUTE), START + MINUTE, calm)
  expect(derivedAt(highBefore, START + 2 * MINUTE, highBefore).properties.alarm_rule).not.toBe('high')
  expect(deviceMemory(highBefore)?.firings.some(({ rule }) => rule === 'high' || rule === 'fast')).toBe(false)
})
