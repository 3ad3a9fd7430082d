import type { TFunction } from 'i18next'
import type { Language } from './language'

const texts: Readonly<Record<Language, Map<string, string>>> = { 'zh-CN': new Map(), en: new Map() }

/**
 * The same `t`, which remembers texts without figures: a table asks for one of them in every line, and each look-up goes
 * through languages and plural forms. A language is spoken when all its texts are there, so none changes.
 */
export function rememberTexts(t: TFunction, language: Language): TFunction {
  const known = texts[language]
  const remembering = (...asked: Parameters<TFunction>): string => {
    const [key, options] = asked
    if (typeof key !== 'string' || options !== undefined) return t(...asked)
    const text = known.get(key) ?? t(...asked)
    known.set(key, text)
    return text
  }
  return remembering as TFunction
}
