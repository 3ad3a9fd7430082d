import { cityWords } from '#i18n/en/cityWords.ts'
import { en } from '#i18n/en/index.ts'
import type { Language } from '#i18n/language.ts'
import { zhCN } from '#i18n/zh-CN/index.ts'

const ENGLISH_VALUES: Readonly<Record<string, string>> = { ...cityWords, ...en.shell.values }
const CHINESE_VALUES: Readonly<Record<string, string>> = zhCN.shell.values
const ENGLISH_NAMES: Readonly<Record<string, string>> = { ...en.shell.properties, ...en.hazards.properties }
const CHINESE_NAMES: Readonly<Record<string, string>> = { ...zhCN.shell.properties, ...zhCN.hazards.properties }

/** A property's name in words; as it stands in the data when the dictionary does not have it. */
export function propertyWord(name: string, language: Language): string {
  const words = language === 'en' ? ENGLISH_NAMES : CHINESE_NAMES
  return Object.hasOwn(words, name) ? (words[name] ?? name) : name
}

/** A coded value in words; as it stands when the dictionary does not have it. */
export function valueWord(value: string, language: Language): string {
  const words = language === 'en' ? ENGLISH_VALUES : CHINESE_VALUES
  return Object.hasOwn(words, value) ? (words[value] ?? value) : value
}
