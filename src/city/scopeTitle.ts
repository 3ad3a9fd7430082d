import type { Words } from '#i18n/useWords.ts'
import type { City } from './CityContext'

/** Title of a scope in the present language; null is the whole city. */
export function scopeTitle({ catalog }: City, scopeId: string | null, { t, say }: Words): string {
  if (scopeId === null) return t('indicators.inspector.wholeCity')
  const scope = catalog.scopes.find((candidate) => candidate.id === scopeId)
  return scope ? say(scope.title) : scopeId
}
