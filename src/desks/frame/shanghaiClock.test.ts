import { describe, expect, it } from 'vitest'
import { loadWords } from '#i18n/words.ts'
import { shanghaiClock } from './shanghaiClock'

describe('shanghai clock', () => {
  it('shows Asia/Shanghai whatever the zone of the machine', async () => {
    // 2026-08-31T16:30:05Z is half past midnight of the next day in Shanghai, a Tuesday.
    const moment = Date.UTC(2026, 7, 31, 16, 30, 5)
    expect(shanghaiClock(moment, 'zh-CN')).toEqual({ date: '2026-09-01', weekday: '周二', time: '00:30:05' })
    await loadWords('en')
    expect(shanghaiClock(moment, 'en').weekday).toBe('Tue')
  })
})
