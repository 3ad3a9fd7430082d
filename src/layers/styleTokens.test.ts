import { describe, expect, test } from 'vitest'
import { palettes } from './palettes'
import { resolveTokens } from './styleTokens'

const classes = {
  by: ['get', 'status'],
  items: [
    { value: 'ok', title: { zh: '正常' }, color: '$covered', icon: 'circle' },
    { value: 3, title: { zh: '三' }, color: '#123456' },
  ],
  other: { title: { zh: '其他' }, color: '$unknown', icon: 'cross' },
}
const context = { theme: 'dark', classes, where: 'layer "cameras"' } as const

describe('resolveTokens', () => {
  test('a role becomes its colour, at any depth', () => {
    expect(resolveTokens({ 'line-color': ['case', true, '$gap', '#fff'] }, context)).toEqual({
      'line-color': ['case', true, palettes.dark.gap, '#fff'],
    })
  })

  test('class colours and icons become a match with the fallback of other', () => {
    expect(resolveTokens('$class.color', context)).toEqual([
      'match',
      ['to-string', ['get', 'status']],
      'ok',
      palettes.dark.covered,
      '3',
      '#123456',
      palettes.dark.unknown,
    ])
    expect(resolveTokens('$class.icon', context)).toEqual([
      'match',
      ['to-string', ['get', 'status']],
      'ok',
      'circle',
      '3',
      'circle',
      'cross',
    ])
  })

  test('patterns follow the theme', () => {
    expect(resolveTokens('$hatch', { ...context, theme: 'light' })).toBe('hatch-light')
  })

  test('an unknown name is a fault that names the layer', () => {
    expect(() => resolveTokens('$mauve', context)).toThrow('layer "cameras": "$mauve" is no colour of the palette')
    expect(() => resolveTokens('$class.color', { ...context, classes: undefined })).toThrow('layer "cameras"')
  })
})
