import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { Language } from './language'
import { loadWords } from './words'
import { zhCN } from './zh-CN/index'

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
  resources: { 'zh-CN': { translation: zhCN } },
  interpolation: { escapeValue: false },
  initAsync: false,
  showSupportNotice: false,
})

let wanted: Language = 'zh-CN'

/**
 * Speaks a language from when its words are there; of two calls the later holds.
 * @throws where the words cannot be loaded: the page goes on in the language it spoke.
 */
export async function speak(language: Language): Promise<void> {
  wanted = language
  const words = await loadWords(language)
  if (wanted !== language) return
  i18next.addResourceBundle(language, 'translation', words)
  await i18next.changeLanguage(language)
}

export { i18next }
