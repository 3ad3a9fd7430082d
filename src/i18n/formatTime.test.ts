import { describe, expect, test } from 'vitest'
import { formatAge, formatDataTime, formatTime } from './formatTime'

describe('formatTime', () => {
  // 2026-08-31T23:30Z is 07:30 of the next day in Shanghai (+08:00, no summer time).
  const time = Date.parse('2026-08-31T23:30:00Z')

  test('is Asia/Shanghai whatever the machine says', () => {
    expect(formatTime(time, 'zh-CN')).toBe('2026年9月1日 07:30')
    expect(formatTime(time, 'en')).toBe('1 Sep 2026 07:30')
  })

  test('leaves out the present year, judged in Shanghai too', () => {
    expect(formatTime(time, 'zh-CN', time)).toBe('9月1日 07:30')
    // 2026-12-31T16:00Z is 2027 in Shanghai already.
    expect(formatTime(time, 'en', Date.parse('2026-12-31T16:00:00Z'))).toBe('1 Sep 2026 07:30')
  })

  test('midnight is 00:00', () => {
    expect(formatTime(Date.parse('2026-08-31T16:00:00Z'), 'en')).toBe('1 Sep 2026 00:00')
  })
})

test('data dated by the day has no hour', () => {
  // 2026-08-31T16:00Z is midnight of 1 September in Shanghai.
  const midnight = Date.parse('2026-08-31T16:00:00Z')
  expect(formatDataTime(midnight, 'zh-CN', midnight)).toBe('9月1日')
  expect(formatDataTime(midnight + 60_000, 'en', midnight)).toBe('1 Sep 00:01')
})

describe('formatAge', () => {
  const MINUTE = 60_000
  test.each([
    [-5 * MINUTE, '刚刚', 'just now'],
    [59_999, '刚刚', 'just now'],
    [MINUTE, '1 分钟前', '1 min ago'],
    [60 * MINUTE - 1, '59 分钟前', '59 min ago'],
    [60 * MINUTE, '1 小时前', '1 h ago'],
    [48 * 60 * MINUTE - 1, '47 小时前', '47 h ago'],
    [48 * 60 * MINUTE, '2 天前', '2 days ago'],
  ])('%d ms', (age, zh, en) => {
    expect(formatAge(age, 'zh-CN')).toBe(zh)
    expect(formatAge(age, 'en')).toBe(en)
  })
})
