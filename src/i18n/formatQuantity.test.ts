import { describe, expect, test } from 'vitest'
import { formatBeside, formatMeasure, formatQuantity, joinFigure } from './formatQuantity'

describe('formatQuantity', () => {
  test.each([
    [0.6875, 'ratio', '68.8%'],
    [3, 'count', '3个'],
    [true, 'bool', '是'],
    [0.375, 'rank_share', '37.5%'],
    [20_000_000, 'CNY', '2000万元'],
    [26.42, 'Mbit/s', '26.4\u202fMbit/s'],
  ])('%s %s in Chinese', (value, unit, text) => {
    expect(joinFigure(formatQuantity(value, unit, 'zh-CN'))).toBe(text)
  })

  test('unknown is a dash in every unit, never zero', () => {
    for (const unit of ['ratio', 'count', 'bool', 'CNY', 'Mbit/s']) {
      expect(joinFigure(formatQuantity(null, unit, 'en'))).toBe('—')
    }
  })

  test('English has no counting word', () => {
    expect(formatQuantity(3, 'count', 'en')).toEqual({ figure: '3', unit: '' })
    expect(formatQuantity(false, 'bool', 'en').figure).toBe('no')
  })
})

describe('formatMeasure', () => {
  test('a column of areas or lengths is in the unit of its largest', () => {
    expect(formatBeside(89_114, 'm2', 999_999, 'en')).toEqual({ figure: '89,114', unit: 'm²' })
    expect(formatBeside(120_000, 'm2', 999_999, 'en')).toEqual({ figure: '120,000', unit: 'm²' })
    expect(formatBeside(89_114, 'm2', 1_500_000, 'en')).toEqual({ figure: '0.089', unit: 'km²' })
    expect(formatBeside(950, 'm', 1200, 'en')).toEqual({ figure: '0.95', unit: 'km' })
    expect(formatBeside(950, 'm', 999, 'en')).toEqual({ figure: '950', unit: 'm' })
  })

  test('areas turn to km² at 0.1 km², lengths to km at 1 km', () => {
    expect(formatMeasure(99_999, 'm2', 'en')).toEqual({ figure: '99,999', unit: 'm²' })
    expect(formatMeasure(100_000, 'm2', 'en')).toEqual({ figure: '0.1', unit: 'km²' })
    expect(formatMeasure(999.4, 'm', 'en')).toEqual({ figure: '999', unit: 'm' })
    expect(formatMeasure(12_340, 'm', 'en')).toEqual({ figure: '12.3', unit: 'km' })
  })

  test('features are counted in full', () => {
    expect(formatMeasure(25_000, 'features', 'zh-CN')).toEqual({ figure: '25\u202f000', unit: '' })
  })
})
