import type { Language } from '#i18n/language.ts'

type Properties = Readonly<Record<string, unknown>>

/** A property in the language shown: in English its `…_en`, where the feature has one. */
export function localProperty(properties: Properties, name: string, language: Language): unknown {
  const english = language === 'en' ? properties[`${name}_en`] : undefined
  return english === undefined || english === null || english === '' ? properties[name] : english
}

/** The text of a property in the language shown, or null where there is none. */
export function localText(properties: Properties, name: string, language: Language): string | null {
  const value = localProperty(properties, name, language)
  return typeof value === 'string' && value !== '' ? value : null
}
