/**
 * Text expressions in another language than Chinese: every `["get", "name"]` becomes `name_en` where the feature has
 * one, so that one catalog serves both languages.
 */
export function localizeText(value: unknown, language: 'zh-CN' | 'en'): unknown {
  if (language === 'zh-CN' || !Array.isArray(value)) return value
  if (value[0] === 'get' && value[1] === 'name' && value.length === 2) {
    return ['coalesce', ['get', 'name_en'], ['get', 'name']]
  }
  return value.map((part) => localizeText(part, language))
}
