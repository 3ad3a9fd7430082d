import type { Words } from '../../i18n/useWords'
import type { InsideCount } from '../../workers/verbs/warningVerbs'
import type { FeedState } from '../panels/feedStanding'

/** Why a count inside is not to be taken as it stands, or null: its feed is not current, or figures are missing. */
export function insideNote({ unknown }: InsideCount, state: FeedState, title: string, { t }: Words): string | null {
  if (state === 'stale') return t('hazards.card.staleCount', { title })
  if (state === 'never') return t('hazards.card.timelessCount', { title })
  if (state === 'failing') return t('hazards.card.failingCount', { title })
  return unknown > 0 ? t('hazards.card.shortCount', { count: unknown }) : null
}
