import type { Catalog } from '#catalog/schema.ts'
import type { LocalText } from '#core/model/feature.ts'
import { textOf } from '#core/model/values.ts'
import type { FeatureDetail } from '#engine/engineApi.ts'
import type { Language } from '#i18n/language.ts'

/** The feature's name in the language shown, where it has one. */
export function featureName(detail: FeatureDetail, language: Language): string | null {
  const english = detail.properties.name_en
  return (language === 'en' ? textOf(english) : null) ?? detail.name
}

interface Listed {
  readonly id: string
  readonly name: string | null
  readonly nameEn?: string | null
}

/** What a list calls a feature in the language shown; its id where it has no name. */
export const listedName = ({ id, name, nameEn }: Listed, language: Language): string =>
  (language === 'en' ? nameEn : null) ?? name ?? id

/** Title of a feed; its id where the catalog has no such feed. */
export function feedTitle(catalog: Catalog, id: string): LocalText {
  return catalog.feeds.find((feed) => feed.id === id)?.title ?? { zh: id }
}

type Properties = Readonly<Record<string, unknown>>

/** A property in the language shown: in English its `…_en`, where the feature has one. */
export function localProperty(properties: Properties, name: string, language: Language): unknown {
  const english = language === 'en' ? properties[`${name}_en`] : undefined
  return english === undefined || english === null || english === '' ? properties[name] : english
}

/** The text of a property in the language shown, or null where there is none. */
export function localText(properties: Properties, name: string, language: Language): string | null {
  return textOf(localProperty(properties, name, language))
}
