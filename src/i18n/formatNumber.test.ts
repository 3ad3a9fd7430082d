import { describe, expect, test } from 'vitest'
import { formatNumber, formatPercent, formatScaled } from './formatNumber'

const THIN = '\u202f'

describe('formatNumber', () => {
  test('groups from five digits in Chinese with a thin space, from four in English with a comma', () => {
    expect(formatNumber(1234, 'zh-CN')).toBe('1234')
    expect(formatNumber(12345, 'zh-CN')).toBe(`12${THIN}345`)
    expect(formatNumber(1234567, 'zh-CN')).toBe(`1${THIN}234${THIN}567`)
    expect(formatNumber(1234, 'en')).toBe('1,234')
  })

  test('has a true minus sign, and none for what rounds to zero', () => {
    expect(formatNumber(-3.5, 'en')).toBe('\u22123.5')
    expect(formatNumber(-0.001, 'en')).toBe('0')
  })

  test('drops trailing zeros unless asked to keep them', () => {
    expect(formatNumber(2.5, 'en', { decimals: 3 })).toBe('2.5')
    expect(formatNumber(2.5, 'en', { decimals: 3, fixed: true })).toBe('2.500')
    expect(formatNumber(100, 'en')).toBe('100')
  })
})

test('formatPercent has one decimal', () => {
  // 88 / 128 = 0.6875, 68.75 % rounds to 68.8
  expect(formatPercent(0.6875, 'zh-CN')).toBe('68.8')
  expect(formatPercent(1, 'zh-CN')).toBe('100.0')
})

describe('formatScaled', () => {
  test('writes 万 from ten thousand and 亿 from a hundred million', () => {
    expect(formatScaled(9999, 'zh-CN')).toEqual({ figure: '9999', unit: '' })
    expect(formatScaled(10_000, 'zh-CN')).toEqual({ figure: '1', unit: '万' })
    expect(formatScaled(1_163_200, 'zh-CN')).toEqual({ figure: '116.3', unit: '万' })
    expect(formatScaled(20_000_000, 'zh-CN')).toEqual({ figure: '2000', unit: '万' })
    expect(formatScaled(345_000_000, 'zh-CN')).toEqual({ figure: '3.45', unit: '亿' })
  })

  test('never writes ten thousand 万', () => {
    // 99 999 999 / 10 000 = 9 999.9999, which would round to 10 000 万
    expect(formatScaled(99_999_999, 'zh-CN')).toEqual({ figure: '1', unit: '亿' })
  })

  test('writes M in English from a million', () => {
    expect(formatScaled(999_999, 'en')).toEqual({ figure: '999,999', unit: '' })
    expect(formatScaled(1_160_000, 'en')).toEqual({ figure: '1.16', unit: 'M' })
  })
})
