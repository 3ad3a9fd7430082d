import { afterEach, expect, test, vi } from 'vitest'
import { firstDisplay } from './display'

afterEach(() => vi.unstubAllGlobals())

const first = (languages: readonly string[] | undefined, kept: unknown = null) => {
  vi.stubGlobal('navigator', { languages })
  vi.stubGlobal('localStorage', { getItem: () => JSON.stringify(kept) })
  return firstDisplay()
}

test.each([
  [['zh-CN', 'en'], 'zh-CN'],
  [['en-GB', 'zh-CN'], 'en'],
  [['de-DE', 'en'], 'en'],
  [['zh-TW'], 'zh-CN'],
  [['fr'], 'zh-CN'],
  [[], 'zh-CN'],
  [undefined, 'zh-CN'],
])('a first visit by a browser that asks for %j is in %s', (languages, language) => {
  expect(first(languages)).toEqual({ language, theme: 'dark' })
})

test('what was chosen before stays, and what is kept wrong is as if it were not kept', () => {
  expect(first(['en'], { language: 'zh-CN', theme: 'light' })).toEqual({ language: 'zh-CN', theme: 'light' })
  expect(first(['zh'], { language: 'en' })).toEqual({ language: 'en', theme: 'dark' })
  expect(first(['en'], { language: 'tlh', theme: 'blue' })).toEqual({ language: 'en', theme: 'dark' })
})
