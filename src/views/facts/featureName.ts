import type { FeatureDetail } from '#engine/engineApi.ts'
import type { Language } from '#i18n/language.ts'

/** The feature's name in the language shown, where it has one. */
export function featureName(detail: FeatureDetail, language: Language): string | null {
  const english = detail.properties.name_en
  return language === 'en' && typeof english === 'string' && english !== '' ? english : detail.name
}
