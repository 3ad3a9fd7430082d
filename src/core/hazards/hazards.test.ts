import { describe, expect, it } from 'vitest'
import type { CityFeature } from '../model/feature'
import { deriveHazard } from './hazards'

const hazard = (properties: Record<string, unknown>): CityFeature =>
  Object.freeze({
    id: 'h1',
    mapId: 1,
    geometry: { type: 'Point' as const, coordinates: [117, 35] },
    properties: Object.freeze(properties),
    time: null,
  })

const at = (time: string) => Date.parse(time)
const derive = deriveHazard()
const of = (properties: Record<string, unknown>, time: string) => derive(hazard(properties), at(time), null)

describe('a hazard with a due date', () => {
  const open = { state: '整改中', due: '2026-09-01' }

  it('counts calendar days in Shanghai, whatever the hour', () => {
    // 23:30 of 29 August and 00:30 of 30 August there are one hour and one day apart.
    expect(of(open, '2026-08-29T23:30:00+08:00')).toEqual({ overdue: false, days_left: 3 })
    expect(of(open, '2026-08-30T00:30:00+08:00')).toEqual({ overdue: false, days_left: 2 })
  })

  it('is due to the end of the day, and overdue from midnight', () => {
    expect(of(open, '2026-09-01T23:59:59+08:00')).toEqual({ overdue: false, days_left: 0 })
    expect(of(open, '2026-09-02T00:00:00+08:00')).toEqual({ overdue: true, days_left: -1 })
    // The same instant in UTC is still 1 September there.
    expect(of(open, '2026-09-01T16:00:00Z')).toEqual({ overdue: true, days_left: -1 })
  })

  it('is overdue in every step but the last', () => {
    const late = '2026-09-11T08:00:00+08:00'
    for (const state of ['未整改', '整改中', '待验收', undefined]) {
      expect(of({ ...open, state }, late)).toEqual({ overdue: true, days_left: -10 })
    }
    expect(of({ ...open, state: '已销号' }, late)).toEqual({ overdue: false, days_left: null })
  })

  it('does not depend on grade, risk or what the feed says of overdue', () => {
    const late = '2026-09-02T08:00:00+08:00'
    expect(of({ ...open, grade: '一般', risk: '红', overdue: false }, late)).toEqual(
      of({ ...open, grade: '重大', risk: '蓝' }, late),
    )
  })
})

it('does not know whether a hazard without a readable date is late', () => {
  for (const due of [undefined, null, '', '月底前']) {
    expect(of({ state: '未整改', due }, '2026-09-01T08:00:00+08:00')).toEqual({ overdue: null, days_left: null })
  }
})
