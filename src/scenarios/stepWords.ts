import type { Catalog } from '#catalog/schema.ts'
import { type Edit, editedId } from '#core/model/world.ts'
import type { Words } from '#i18n/useWords.ts'
import { feedTitle } from '#views/facts/featureName.ts'
import { propertyWord, valueWord } from '#views/facts/propertyWord.ts'

/** What an edit does, in a line. */
export function stepWords(edit: Edit, catalog: Catalog, { t, say, language }: Words): string {
  const feed = say(feedTitle(catalog, edit.feed))
  const name = editedId(edit) ?? ''
  if ('put' in edit) {
    const own = edit.put.properties?.name
    return t('scenarios.didPut', { name: typeof own === 'string' && own !== '' ? own : name })
  }
  if ('move' in edit) return t('scenarios.didMove', { feed, name })
  if ('drop' in edit) return t('scenarios.didDrop', { feed, name })
  const what = Object.entries(edit.patch)
    .map(
      ([key, value]) => `${propertyWord(key, language)} ${value === null ? '—' : valueWord(String(value), language)}`,
    )
    .join(language === 'en' ? ', ' : '，')
  return t('scenarios.didPatch', { feed, name, what })
}
