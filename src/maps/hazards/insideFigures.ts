import type { CardOf } from '#catalog/cards/cards.ts'
import type { Catalog } from '#catalog/schema.ts'
import type { InsideCount } from '#engine/warnings/warningVerbs.ts'
import { type Figure, formatScaled } from '#i18n/formatNumber.ts'
import type { Language } from '#i18n/language.ts'
import type { Words } from '#i18n/useWords.ts'
import type { FeedStanding } from '#views/health/feedStanding.ts'

export type InsideSpec = CardOf<'warnings'>['inside'][number]

/** What the catalog wants counted in the areas of a feed of warnings: what the first card about it says. */
export function insideSpecs({ maps }: Catalog, feed: string): readonly InsideSpec[] {
  const isAbout = (card: (typeof maps)[number]['cards'][number]) => card.kind === 'warnings' && card.feed === feed
  const first = maps.flatMap(({ cards }) => cards).find(isAbout)
  return first?.kind === 'warnings' ? first.inside : []
}

/** The sum, rounded to whole ones, or the count of what lies inside; null where the feed was not read. */
export function insideFigure(spec: InsideSpec, { count, sum }: InsideCount, language: Language): Figure | null {
  if (count === null) return null
  if (spec.sum === undefined) return formatScaled(count, language)
  return sum === null ? { figure: '—', unit: '' } : formatScaled(Math.round(sum), language)
}

type Standing = Pick<FeedStanding, 'freshness' | 'fault'> | undefined

/** Why a count inside is not to be taken as it stands, or null: its feed is not current, or figures are missing. */
export function insideNote({ unknown }: InsideCount, standing: Standing, title: string, { t }: Words): string | null {
  if (standing?.freshness === 'stale') return t('hazards.card.staleCount', { title })
  if (standing?.freshness === 'never') return t('hazards.card.timelessCount', { title })
  if (standing?.freshness && standing.fault) return t('hazards.card.failingCount', { title })
  return unknown > 0 ? t('hazards.card.shortCount', { count: unknown }) : null
}
