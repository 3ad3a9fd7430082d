import type { Language } from '#i18n/language.ts'
import { valueIn, wordsIn } from '#i18n/words.ts'

/** A property's name in words; as it stands in the data when the dictionary does not have it. */
export function propertyWord(name: string, language: Language): string {
  const { facts, hazards } = wordsIn(language)
  return wordOf(name, hazards.properties) ?? wordOf(name, facts.properties) ?? name
}

/** A coded value in words; as it stands when the dictionary does not have it. */
export function valueWord(value: string, language: Language): string {
  return valueIn(language, value) ?? value
}

const wordOf = (key: string, words: Readonly<Record<string, string>>): string | undefined =>
  Object.hasOwn(words, key) ? words[key] : undefined
