import { describe, expect, it } from 'vitest'
import { parseTime } from '#core/model/parseTime.ts'
import { admit, collection, NOW, noticed, point, shape } from './doorFixture'

const HERE = [116.5, 35.2]
// 08:00 in Shanghai on 2026-09-01 is 00:00 UTC: 20697 days after 1970-01-01, times 86 400 s.
const MORNING = 20697 * 86_400_000

describe('times', () => {
  it.each([
    ['2026-09-01T08:00:00+08:00', MORNING],
    ['2026-09-01T00:00:00Z', MORNING],
    ['2026-08-31T20:00:00-0400', MORNING],
    ['2026-09-01T08:00:00', MORNING],
    ['2026-09-01 08:00', MORNING],
    ['2026/9/1 8:00', MORNING],
    ['20260901080000', MORNING],
    ['2026年9月1日 08:00', MORNING],
    ['2026-09-01T08:00:00.250', MORNING + 250],
    ['2026-09-01', MORNING - 8 * 3_600_000],
    ['20260901', MORNING - 8 * 3_600_000],
    [20260901, MORNING - 8 * 3_600_000],
    ['2026-09', MORNING - 8 * 3_600_000],
    ['2026年9月', MORNING - 8 * 3_600_000],
    // 1 January is 243 days before 1 September (31+28+31+30+31+30+31+31).
    ['2026', MORNING - 8 * 3_600_000 - 243 * 86_400_000],
    ['2026-08-31T24:00:00', MORNING - 8 * 3_600_000],
    [MORNING, MORNING],
    [MORNING / 1000, MORNING],
    [String(MORNING), MORNING],
  ])('%j is read', (text, expected) => {
    expect(parseTime(text)).toBe(expected)
  })

  it.each([
    '',
    'yesterday',
    '2026-02-30',
    '2026-13-01',
    '2026-09-01T25:00',
    '2026-09-01T08:61',
    '08:00-18:00',
    12,
    null,
    {},
    true,
  ])('%j is not', (text) => {
    expect(parseTime(text)).toBeNull()
  })
})

describe('time of data', () => {
  const fields = { time: 'GXSJ' }
  const at = (id: string, GXSJ: unknown, where: unknown = HERE) => point(id, where, { GXSJ })

  it('is the newest time among accepted features', () => {
    const { features, report } = admit(
      collection(at('a', '2026-08-30'), at('b', '2026-09-01 08:00'), at('far', '2026-09-02', [0, 0]), at('c', null)),
      { fields },
    )
    expect(report.asOf).toBe(MORNING)
    expect(features.map(({ time }) => time)).toEqual([MORNING - 8 * 3_600_000 - 2 * 86_400_000, MORNING, null])
    expect(features[1]?.properties.time).toBe('2026-09-01 08:00')
  })

  it.each(['timeStamp', 'asOf'])('else the `%s` of the file', (name) => {
    const file = { ...collection(point('a', HERE)), [name]: '2026-09-01T08:00:00' }
    expect(admit(file, { fields }).report.asOf).toBe(MORNING)
    expect(admit({ ...file, features: [at('a', '2026-08-30')] }, { fields }).report.asOf).toBe(
      MORNING - 8 * 3_600_000 - 2 * 86_400_000,
    )
  })

  it('else unknown', () => {
    expect(admit(collection(point('a', HERE))).report.asOf).toBeNull()
  })

  it('takes a time that cannot be read as unknown, as a notice', () => {
    const { report } = admit(collection(at('a', 'soon')), { fields })
    expect(report.asOf).toBeNull()
    expect(noticed(report)).toEqual(['time-unreadable 1'])
  })

  it('is the date of reported values', () => {
    const value = { indicator: 'i', metric: 'value', value: 1, date: '2026-09-01', source: 's' }
    const { report } = admit(collection(shape('r', null, value)), { record: 'reported' })
    expect(report.asOf).toBe(MORNING - 8 * 3_600_000)
  })

  it('is none that lies more than ten minutes ahead, nor a placeholder: each is a notice with its feature and field', () => {
    const { features, report } = admit(
      collection(
        at('a', '2026-09-01 08:00'),
        at('soon', '2026-09-01 12:10'),
        at('ahead', '2026-09-01 12:10:01'),
        at('never', '9999-12-31'),
        at('first', '0001-01-01T00:00:00'),
      ),
      { fields },
    )
    expect(features.map(({ time }) => time && time - MORNING)).toEqual([0, 250 * 60_000, null, null, null])
    expect(report.asOf).toBe(MORNING + 250 * 60_000)
    expect(report.notices.map(({ reason, ids }) => [reason.code, ids])).toEqual([
      ['time-ahead', ['ahead']],
      ['time-placeholder', ['never', 'first']],
    ])
    expect(report.notices[0]?.reason.zh).toBe('GXSJ 比现在晚十分钟以上,不作数,如 "2026-09-01 12:10:01"')
    expect(report.judgedAt).toBe(NOW)
  })

  it('is unknown where the file says a time that does not count', () => {
    for (const [asOf, code] of [
      ['2027-01-01', 'time-ahead'],
      ['9999-12-31', 'time-placeholder'],
      ['11/30/2026', 'time-ambiguous'],
    ]) {
      const { report } = admit({ ...collection(point('a', HERE)), asOf })
      expect([report.asOf, noticed(report)]).toEqual([null, [`${code} 1`]])
    }
  })

  it('names dates that could be another, and counts of days of a spreadsheet', () => {
    const { report } = admit(collection(at('a', '11/30/2026'), at('b', 46_356), at('c', 'soon')), { fields })
    expect(report.notices.map(({ reason, ids }) => [reason.code, ids])).toEqual([
      ['time-ambiguous', ['a']],
      ['time-serial', ['b']],
      ['time-unreadable', ['c']],
    ])
  })
})
