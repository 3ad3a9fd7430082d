import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { AlarmLevel } from '../model/feedDefinitions'
import {
  type AlarmLog,
  acknowledgeAlarm,
  alarmKey,
  EMPTY_LOG,
  keepAlarms,
  listAlarms,
  MOST_CLEARED,
  muteAlarm,
  observeDevice,
  restoreAlarms,
} from './alarms'
import { MINUTE, START } from './deviceFixture'
import type { Firing } from './rules/rule'

const HOUR = 60 * MINUTE
const GAUGE = Object.freeze({ feed: 'devices', device: 'SB1' })
const KEY = alarmKey({ ...GAUGE, rule: 'high' })
const at = (minutes: number) => START + minutes * MINUTE
const firing = (value = 3.6, rule = 'high', level: AlarmLevel = '橙'): Firing => ({
  rule,
  level,
  side: 'above',
  value,
  limit: 3.5,
  since: START,
})
const high = (log: AlarmLog, minutes: number, value?: number) => observeDevice(log, GAUGE, [firing(value)], at(minutes))
const calm = (log: AlarmLog, minutes: number) => observeDevice(log, GAUGE, [], at(minutes))

test('an alarm is raised, acknowledged and cleared, and stays in the history', () => {
  const raised = high(EMPTY_LOG, 1)
  expect(listAlarms(raised, at(1))).toEqual([
    {
      key: KEY,
      feed: 'devices',
      device: 'SB1',
      rule: 'high',
      level: '橙',
      side: 'above',
      value: 3.6,
      limit: 3.5,
      since: START,
      raisedAt: at(1),
      acknowledgedAt: null,
      clearedAt: null,
      mutedUntil: null,
    },
  ])
  const noted = acknowledgeAlarm(raised, KEY, at(4))
  expect(listAlarms(noted, at(5))).toMatchObject([{ acknowledgedAt: at(4) }])
  const cleared = calm(noted, 9)
  expect(listAlarms(cleared, at(9))).toEqual([])
  expect(cleared.cleared).toMatchObject([{ rule: 'high', raisedAt: at(1), acknowledgedAt: at(4), clearedAt: at(9) }])
})

test('what fires again while it stands is the same alarm with a newer value', () => {
  const twice = high(high(EMPTY_LOG, 1), 6, 3.9)
  expect(listAlarms(twice, at(6))).toMatchObject([{ value: 3.9, raisedAt: at(1) }])
  expect(twice.cleared).toEqual([])
  const noted = acknowledgeAlarm(twice, KEY, at(7))
  expect(listAlarms(high(noted, 11, 4.2), at(11))).toMatchObject([{ value: 4.2, acknowledgedAt: at(7) }])
})

test('after it has cleared it is another alarm, and wants another acknowledgement', () => {
  const again = high(calm(acknowledgeAlarm(high(EMPTY_LOG, 1), KEY, at(2)), 5), 8)
  expect(listAlarms(again, at(8))).toMatchObject([{ raisedAt: at(8), acknowledgedAt: null }])
  expect(again.cleared).toHaveLength(1)
})

test('two rules of a device are two alarms; two devices do not touch each other', () => {
  const both = observeDevice(EMPTY_LOG, GAUGE, [firing(), firing(4, 'flood', '红')], at(1))
  const other = observeDevice(both, { feed: 'devices', device: 'SB2' }, [firing()], at(2))
  expect(listAlarms(other, at(2)).map(({ device, rule }) => [device, rule])).toEqual([
    ['SB1', 'flood'],
    ['SB2', 'high'],
    ['SB1', 'high'],
  ])
  const left = observeDevice(other, GAUGE, [firing()], at(3))
  expect(listAlarms(left, at(3)).map(({ device, rule }) => [device, rule])).toEqual([
    ['SB2', 'high'],
    ['SB1', 'high'],
  ])
})

test('acknowledging what does not stand, or twice, changes nothing', () => {
  expect(acknowledgeAlarm(EMPTY_LOG, KEY, at(1))).toBe(EMPTY_LOG)
  const noted = acknowledgeAlarm(high(EMPTY_LOG, 1), KEY, at(2))
  expect(acknowledgeAlarm(noted, KEY, at(3))).toBe(noted)
})

test('a look that finds nothing new gives the same log', () => {
  const log = high(EMPTY_LOG, 1)
  expect(high(log, 2)).toBe(log)
  expect(calm(EMPTY_LOG, 2)).toBe(EMPTY_LOG)
})

test('muted: what is raised is kept but quiet, and shows at the end if it still stands', () => {
  const muted = muteAlarm(EMPTY_LOG, KEY, at(60), at(0))
  const raised = high(muted, 10)
  expect(listAlarms(raised, at(10))).toMatchObject([{ raisedAt: at(10), mutedUntil: at(60) }])
  expect(listAlarms(raised, at(60) - 1)).toMatchObject([{ mutedUntil: at(60) }])
  expect(listAlarms(raised, at(60))).toMatchObject([{ raisedAt: at(10), mutedUntil: null }])
  expect(listAlarms(calm(raised, 30), at(60))).toEqual([])
})

test('a mute is ended by hand, and those that are over are let go', () => {
  const other = alarmKey({ ...GAUGE, rule: 'fast' })
  const two = muteAlarm(muteAlarm(EMPTY_LOG, KEY, at(60), at(0)), other, at(600), at(1))
  expect([...muteAlarm(two, other, at(2), at(2)).mutes.keys()]).toEqual([KEY])
  expect([...muteAlarm(two, other, at(700), at(61)).mutes]).toEqual([[other, { from: at(61), until: at(700) }]])
})

test('the list of a past moment says what stood then, not what was done since', () => {
  const log = calm(acknowledgeAlarm(high(EMPTY_LOG, 10), KEY, at(20)), 30)
  expect(listAlarms(log, at(9))).toEqual([])
  expect(listAlarms(log, at(15))).toMatchObject([{ acknowledgedAt: null, clearedAt: null }])
  expect(listAlarms(log, at(25))).toMatchObject([{ acknowledgedAt: at(20) }])
  expect(listAlarms(log, at(30))).toEqual([])
})

test('the most severe first; of one level the unacknowledged, then the newest; muted ones last', () => {
  let log = EMPTY_LOG
  const raise = (device: string, level: AlarmLevel, minute: number) => {
    log = observeDevice(log, { feed: 'devices', device }, [firing(4, 'high', level)], at(minute))
  }
  raise('old-yellow', '黄', 1)
  raise('new-yellow', '黄', 5)
  raise('noted-yellow', '黄', 9)
  raise('blue', '蓝', 9)
  raise('red', '红', 2)
  raise('muted-red', '红', 3)
  const key = (device: string) => alarmKey({ feed: 'devices', device, rule: 'high' })
  log = acknowledgeAlarm(log, key('noted-yellow'), at(10))
  log = muteAlarm(log, key('muted-red'), at(60), at(10))
  expect(listAlarms(log, at(11)).map(({ device }) => device)).toEqual([
    'red',
    'new-yellow',
    'old-yellow',
    'noted-yellow',
    'blue',
    'muted-red',
  ])
})

test('acknowledgements and mutes come back after a reload', () => {
  const noted = acknowledgeAlarm(high(EMPTY_LOG, 1), KEY, at(2))
  const log = muteAlarm(calm(noted, 4), KEY, at(4) + 8 * HOUR, at(5))
  for (const kept of [noted, log, high(log, 6)]) {
    const back = restoreAlarms(JSON.parse(JSON.stringify(keepAlarms(kept))), at(7))
    expect(listAlarms(back, at(7))).toEqual(listAlarms(kept, at(7)))
    expect(back.cleared).toEqual(kept.cleared)
    expect(back.mutes).toEqual(kept.mutes)
  }
  // Still firing at the first look: the same alarm goes on.
  const back = restoreAlarms(keepAlarms(noted), at(7))
  expect(listAlarms(high(back, 7), at(7))).toMatchObject([{ raisedAt: at(1), acknowledgedAt: at(2) }])
})

test('a clock that begins again leaves out what has not yet happened and keeps what somebody did', () => {
  const log = observeDevice(
    calm(acknowledgeAlarm(high(EMPTY_LOG, 1), KEY, at(20)), 30),
    { feed: 'devices', device: 'SB2' },
    [firing()],
    at(40),
  )
  const back = restoreAlarms(keepAlarms(log), at(10))
  expect(listAlarms(back, at(10))).toMatchObject([{ device: 'SB1', raisedAt: at(1), acknowledgedAt: at(10) }])
  expect(back.cleared).toEqual([])
})

test('the history is bounded and keeps the newest', () => {
  let log = EMPTY_LOG
  for (let minute = 0; minute < 2 * MOST_CLEARED + 10; minute += 2) log = calm(high(log, minute), minute + 1)
  expect(log.cleared).toHaveLength(MOST_CLEARED)
  expect(log.cleared[0]?.clearedAt).toBe(at(2 * MOST_CLEARED + 9))
})

/** 0-2: which of two rules fire; 3: acknowledge; 4: mute for five minutes; 5: reload. */
const step = fc.integer({ min: 0, max: 5 })

test('whatever is done, alarms are raised as often as a rule begins to fire, none twice and none lost', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 80 }), (steps) => {
      let log = EMPTY_LOG
      let on = new Set<string>()
      let begun = 0
      for (const [minute, what] of steps.entries()) {
        const now = at(minute)
        if (what === 3) log = acknowledgeAlarm(log, KEY, now)
        else if (what === 4) log = muteAlarm(log, KEY, now + 5 * MINUTE, now)
        else if (what === 5) log = restoreAlarms(JSON.parse(JSON.stringify(keepAlarms(log))), now)
        else {
          const rules = ['high', 'fast'].slice(0, what)
          begun += rules.filter((rule) => !on.has(rule)).length
          on = new Set(rules)
          log = observeDevice(
            log,
            GAUGE,
            rules.map((rule) => firing(3.6, rule)),
            now,
          )
        }
        const listed = listAlarms(log, now)
        expect(new Set(listed.map(({ key }) => key)).size).toBe(listed.length)
        expect(new Set(listed.map(({ rule }) => rule))).toEqual(on)
        expect(log.standing.size + log.cleared.length).toBe(begun)
        for (const { raisedAt, acknowledgedAt, clearedAt } of log.cleared) {
          expect(clearedAt).toBeGreaterThan(raisedAt)
          if (acknowledgedAt !== null) expect(acknowledgedAt).toBeLessThanOrEqual(clearedAt!)
        }
      }
    }),
  )
})
