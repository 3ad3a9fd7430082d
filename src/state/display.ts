import { create } from 'zustand'

type Language = 'zh-CN' | 'en'
type Theme = 'dark' | 'light'

/** Preferences of this browser, kept in localStorage under one key. */
export interface DisplayState {
  readonly language: Language
  readonly theme: Theme
}

const KEY = 'one-map.display'
const defaults: DisplayState = { language: 'zh-CN', theme: 'dark' }

function stored(): DisplayState {
  try {
    const value: unknown = JSON.parse(globalThis.localStorage?.getItem(KEY) ?? 'null')
    if (typeof value !== 'object' || value === null) return defaults
    const { language, theme } = value as Partial<DisplayState>
    return {
      language: language === 'en' ? 'en' : 'zh-CN',
      theme: theme === 'light' ? 'light' : 'dark',
    }
  } catch {
    return defaults
  }
}

export const useDisplay = create<DisplayState>(() => stored())

export function setDisplay(change: Partial<DisplayState>): void {
  useDisplay.setState(change)
  try {
    globalThis.localStorage?.setItem(KEY, JSON.stringify(useDisplay.getState()))
  } catch {
    // Storage may be full or forbidden; the choice then lasts for this page.
  }
}
