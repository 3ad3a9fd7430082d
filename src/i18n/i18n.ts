import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { Language } from './language'
import { loadWords } from './words'
import { first } from './zh-CN/first'
import type { zhCN } from './zh-CN/index'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation'
    resources: { translation: typeof zhCN }
    returnNull: false
  }
}

void i18next.use(initReactI18next).init({
  lng: 'zh-CN',
  fallbackLng: 'zh-CN',
  resources: { 'zh-CN': { translation: first } },
  interpolation: { escapeValue: false },
  initAsync: false,
  showSupportNotice: false,
  // Types see to it that no word is missing; this says when one is asked for before it was loaded.
  parseMissingKeyHandler: (key: string) => {
    console.error(`no words for ${key} yet`)
    return key
  },
})

let wanted: Language = 'zh-CN'

/**
 * Speaks a language from when all its words are there; of two calls the later holds.
 * @throws where the words cannot be loaded: the page goes on in the language it spoke.
 */
export async function speak(language: Language): Promise<void> {
  wanted = language
  const words = await loadWords(language)
  if (wanted !== language) return
  i18next.addResourceBundle(language, 'translation', words)
  if (i18next.language !== language) await i18next.changeLanguage(language)
}

/** Has all words of the language on the page, not only those of the first frame. Every part waits for it. */
export const speakWhole = (): Promise<void> => speak(wanted)

export { i18next }
