import { describe, expect, it } from 'vitest'
import type { CityFeature } from '../model/feature'
import { parseTime } from '../model/parseTime'
import { deriveWarning, inForce, notYetInForce, severityRank, warningLevel } from './warnings'

const warning = (id: string, properties: Record<string, unknown>): CityFeature =>
  Object.freeze({
    id,
    mapId: 1,
    geometry: null,
    properties: Object.freeze(properties),
    time: parseTime(properties.time),
  })

const at = (clock: string) => Date.parse(`2026-09-01T${clock}+08:00`)
const hour = (clock: string) => `2026-09-01T${clock}:00+08:00`
const derive = deriveWarning()
const holds = (properties: Record<string, unknown>, clock: string) =>
  derive(warning('w', properties), at(clock), null).in_force

describe('a warning in force', () => {
  it('holds from its time until, but not at, its end', () => {
    const span = { time: hour('06:00'), until: hour('12:00') }
    expect(holds(span, '05:59:59')).toBe(false)
    expect(holds(span, '06:00:00')).toBe(true)
    expect(holds(span, '11:59:59')).toBe(true)
    expect(holds(span, '12:00:00')).toBe(false)
  })

  it('begins with its onset where that is told from the time it was given', () => {
    const span = { time: hour('06:00'), onset: hour('09:00'), until: hour('12:00') }
    expect(holds(span, '08:59:59')).toBe(false)
    expect(holds(span, '09:00:00')).toBe(true)
  })

  it('stands until taken back where no end is written, and has begun where no beginning is', () => {
    expect(holds({ time: hour('06:00') }, '23:00:00')).toBe(true)
    expect(holds({ time: hour('06:00') }, '05:00:00')).toBe(false)
    expect(holds({ until: hour('12:00') }, '05:00:00')).toBe(true)
  })

  it('takes a date of year 1 or 9999 for none: the one would end what stands, the other never begin it', () => {
    expect(holds({ time: hour('06:00'), until: '0001-01-01T00:00:00' }, '08:00:00')).toBe(true)
    expect(holds({ time: '9999-12-31', until: hour('12:00') }, '08:00:00')).toBe(true)
    expect(holds({ time: hour('06:00'), onset: '9999-12-31', until: '9999-12-31' }, '08:00:00')).toBe(true)
  })
})

it('sent ahead of the clock has begun: what has come in was sent', () => {
  // The door has found that its time does not count.
  const ahead = { ...warning('w', { time: hour('20:00'), until: hour('23:00') }), time: null }
  expect(derive(ahead, at('08:00:00'), null).in_force).toBe(true)
  expect(inForce([ahead], at('08:00:00'))).toHaveLength(1)
  expect(notYetInForce([ahead], at('08:00:00'))).toEqual([])
  const later = { ...ahead, properties: { ...ahead.properties, onset: hour('20:00') } }
  expect(notYetInForce([later], at('08:00:00'))).toHaveLength(1)
})

it('puts the most severe first, then the newest, then those without a time', () => {
  const all = [
    warning('blue', { level: '蓝', time: hour('07:30') }),
    warning('yellow-old', { level: '黄', time: hour('05:00') }),
    warning('unknown', { level: '注意', time: hour('07:50') }),
    warning('yellow-timeless', { level: '黄', until: hour('12:00') }),
    warning('yellow-new', { level: '黄', time: hour('07:00') }),
    warning('over', { level: '红', time: hour('01:00'), until: hour('02:00') }),
    warning('red', { level: '红色', time: hour('01:00') }),
  ]
  expect(inForce(all, at('08:00:00')).map(({ id }) => id)).toEqual([
    'red',
    'yellow-new',
    'yellow-old',
    'yellow-timeless',
    'blue',
    'unknown',
  ])
})

it('tells those that were given but have not begun, the first to begin first', () => {
  const all = [
    warning('now', { level: '红', time: hour('07:00') }),
    warning('night', { level: '红', time: hour('07:00'), onset: hour('20:00') }),
    warning('noon-blue', { level: '蓝', time: hour('07:00'), onset: hour('12:00') }),
    warning('noon-red', { level: '红', time: hour('07:00'), onset: hour('12:00'), until: hour('18:00') }),
    warning('cancelled-before', { level: '红', time: hour('06:00'), onset: hour('12:00'), until: hour('07:00') }),
  ]
  expect(notYetInForce(all, at('08:00:00')).map(({ id }) => id)).toEqual(['noon-red', 'noon-blue', 'night'])
  expect(notYetInForce(all, at('20:00:00'))).toEqual([])
})

it('reads a level in both languages, and none where there is none', () => {
  expect(['红', '橙色', ' 黄 ', 'Blue', '注意', 3, undefined].map(warningLevel)).toEqual([
    '红',
    '橙',
    '黄',
    '蓝',
    null,
    null,
    null,
  ])
  expect(['红', '橙', '黄', '蓝', '?'].map(severityRank)).toEqual([0, 1, 2, 3, 4])
})
