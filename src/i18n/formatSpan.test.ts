import { expect, it } from 'vitest'
import { formatSpan } from './formatSpan'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

it('says a length of time in its two largest units', () => {
  const said = (span: number) => [formatSpan(span, 'zh-CN'), formatSpan(span, 'en')]
  expect(said(-MINUTE)).toEqual(['不到 1 分钟', 'under 1 min'])
  expect(said(59_999)).toEqual(['不到 1 分钟', 'under 1 min'])
  expect(said(45 * MINUTE)).toEqual(['45 分钟', '45 min'])
  expect(said(HOUR)).toEqual(['1 小时', '1 h'])
  expect(said(3 * HOUR + 20 * MINUTE + 59_000)).toEqual(['3 小时 20 分', '3 h 20 min'])
  expect(said(DAY)).toEqual(['1 天', '1 day'])
  expect(said(2 * DAY + 5 * HOUR + 59 * MINUTE)).toEqual(['2 天 5 小时', '2 days 5 h'])
})
