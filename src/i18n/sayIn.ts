import type { LocalText } from '#core/model/feature.ts'
import type { Language } from './language'
import { valueIn } from './words'

/** The text in the wanted language; where English is missing the app's own word for it stands in, else Chinese. */
export function sayIn(text: LocalText, language: Language): string {
  return language === 'en' ? (text.en ?? valueIn(language, text.zh) ?? text.zh) : text.zh
}
