import type { Language, Words } from './language'
import { zhCN } from './zh-CN/index'

/** The dictionaries of this page. Chinese comes with it; English is loaded when it is first spoken. */
const loaded: Partial<Record<Language, Words>> = { 'zh-CN': zhCN }

/** A language's words, loaded if need be. */
export async function loadWords(language: Language): Promise<Words> {
  const words = loaded[language] ?? (await import('./en/index')).en
  loaded[language] = words
  return words
}

/** A language's words for lists that are looked up by their keys; Chinese stands in until `loadWords` has been. */
export function wordsIn(language: Language): Words {
  return loaded[language] ?? zhCN
}
