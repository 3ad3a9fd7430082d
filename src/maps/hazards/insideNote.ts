import type { InsideCount } from '#engine/warnings/warningVerbs.ts'
import type { Words } from '#i18n/useWords.ts'
import type { FeedStanding } from '#views/health/feedStanding.ts'

type Standing = Pick<FeedStanding, 'freshness' | 'fault'> | undefined

/** Why a count inside is not to be taken as it stands, or null: its feed is not current, or figures are missing. */
export function insideNote({ unknown }: InsideCount, standing: Standing, title: string, { t }: Words): string | null {
  if (standing?.freshness === 'stale') return t('hazards.card.staleCount', { title })
  if (standing?.freshness === 'never') return t('hazards.card.timelessCount', { title })
  if (standing?.freshness && standing.fault) return t('hazards.card.failingCount', { title })
  return unknown > 0 ? t('hazards.card.shortCount', { count: unknown }) : null
}
