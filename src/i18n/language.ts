import type { LocalText } from '#core/model/text.ts'

export type Language = 'zh-CN' | 'en'

/** The text in the wanted language; Chinese stands in where English is missing. */
export function sayIn(text: LocalText, language: Language): string {
  return language === 'en' ? (text.en ?? text.zh) : text.zh
}
