import { create } from 'zustand'

const LANGUAGES = ['zh-CN', 'en'] as const
export type Language = (typeof LANGUAGES)[number]
export type Theme = 'dark' | 'light'

/** Preferences of this browser, kept in localStorage under one key. */
export interface DisplayState {
  readonly language: Language
  readonly theme: Theme
}

const KEY = 'one-map.display'
/** Of a first visit: Chinese, unless the browser asks for English before it asks for Chinese. */
function firstLanguage(): Language {
  for (const wanted of globalThis.navigator?.languages ?? []) {
    if (/^zh\b/i.test(wanted)) return 'zh-CN'
    if (/^en\b/i.test(wanted)) return 'en'
  }
  return 'zh-CN'
}

/** What this browser keeps, and for what it does not keep the usual. */
export function firstDisplay(): DisplayState {
  const usual: DisplayState = { language: firstLanguage(), theme: 'dark' }
  try {
    const value: unknown = JSON.parse(globalThis.localStorage?.getItem(KEY) ?? 'null')
    if (typeof value !== 'object' || value === null) return usual
    const { language, theme } = value as Partial<DisplayState>
    return {
      language: LANGUAGES.find((known) => known === language) ?? usual.language,
      theme: theme === 'light' ? 'light' : usual.theme,
    }
  } catch {
    return usual
  }
}

export const useDisplay = create<DisplayState>(() => firstDisplay())

export function setDisplay(change: Partial<DisplayState>): void {
  useDisplay.setState(change)
  try {
    globalThis.localStorage?.setItem(KEY, JSON.stringify(useDisplay.getState()))
  } catch {
    // Storage may be full or forbidden; the choice then lasts for this page.
  }
}
