import type { Language, Words } from './language'
import { first } from './zh-CN/first'

/** The dictionaries of this page. Chinese words of the first frame come with it; everything else is loaded. */
const loaded: Partial<Record<Language, Words>> = {}

/** All words of a language, loaded if need be. */
export async function loadWords(language: Language): Promise<Words> {
  const words =
    loaded[language] ?? (language === 'en' ? (await import('./en/index')).en : (await import('./zh-CN/index')).zhCN)
  loaded[language] = words
  return words
}

/**
 * A language's words for lists that are looked up by their keys; Chinese stands in until `loadWords` has been.
 * @throws before any language was loaded, which no part is shown without.
 */
export function wordsIn(language: Language): Words {
  const words = loaded[language] ?? loaded['zh-CN']
  if (!words) throw new Error('the words of the parts were not loaded')
  return words
}

/** The app's word for a coded value in a language whose words are there; undefined where it has none. */
export function valueIn(language: Language, value: string): string | undefined {
  const values: Readonly<Record<string, string>> | undefined = loaded[language]?.facts.values
  return values && Object.hasOwn(values, value) ? values[value] : undefined
}

/** The same for words of the first frame, which are always there in Chinese. */
export const firstWordsIn = (language: Language): Pick<Words, keyof typeof first> => loaded[language] ?? first
