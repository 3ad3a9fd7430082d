import { beforeAll, describe, expect, it } from 'vitest'
import { loadWords } from '#i18n/words.ts'
import { sayValue } from './sayValue'

beforeAll(() => Promise.all([loadWords('en'), loadWords('zh-CN')]))

describe('property values in words', () => {
  it('writes a dash for what is missing, never zero', () => {
    expect(sayValue('pupils', null, 'zh-CN')).toBe('—')
    expect(sayValue('pupils', undefined, 'en')).toBe('—')
    expect(sayValue('pupils', 0, 'en')).toBe('0')
  })

  it('prefers the words of the legend to the dictionary', () => {
    const classes = new Map([['status', new Map([['online', { zh: '运行', en: 'running' }]])]])
    expect(sayValue('status', 'online', 'zh-CN', classes)).toBe('运行')
    expect(sayValue('status', 'online', 'zh-CN')).toBe('在线')
    expect(sayValue('status', 'unheard of', 'en', classes)).toBe('unheard of')
  })

  it('reads a time without zone as Asia/Shanghai', () => {
    // 08:00 in Shanghai, written both ways.
    expect(sayValue('due', '2026-09-01T08:00:00', 'en')).toBe(sayValue('due', '2026-09-01T00:00:00Z', 'en'))
  })

  it('keeps long ids as they stand', () => {
    expect(sayValue('code', '37088300001320000001', 'en')).toBe('37088300001320000001')
  })

  it('says shares, years, lists and objects as people write them', () => {
    expect(sayValue('load', 0.834, 'en')).toBe('83.4%')
    expect(sayValue('year', 2021, 'en')).toBe('2021')
    expect(sayValue('stock', [{ kind: 'sand', count: 12000 }], 'en')).toBe('Kind sand · Count 12,000')
  })
})
