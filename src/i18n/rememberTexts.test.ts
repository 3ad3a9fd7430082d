import type { TFunction } from 'i18next'
import { expect, test, vi } from 'vitest'
import { rememberTexts } from './rememberTexts'

const counted = () => {
  const asked = vi.fn((key: string, options?: { readonly count?: number }) => `${key}${options?.count ?? ''}`)
  return { asked, t: asked as unknown as TFunction }
}

test('a text without figures is looked up once in each language, one with figures every time', () => {
  const chinese = counted()
  const english = counted()
  const zh = rememberTexts(chinese.t, 'zh-CN')
  const again = rememberTexts(chinese.t, 'zh-CN')
  const en = rememberTexts(english.t, 'en')
  expect([zh('map.title'), zh('map.title'), again('map.title'), en('map.title')]).toEqual(Array(4).fill('map.title'))
  expect(chinese.asked).toHaveBeenCalledTimes(1)
  expect(english.asked).toHaveBeenCalledTimes(1)
  expect(zh('indicators.next.features', { count: 1 })).toBe('indicators.next.features1')
  expect(zh('indicators.next.features', { count: 2 })).toBe('indicators.next.features2')
})
