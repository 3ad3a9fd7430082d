import type { Freshness } from '#core/model/time.ts'
import { useWords } from '#i18n/useWords.ts'
import { Badge, type BadgeTone } from '#ui/Badge.tsx'

const TONES: Readonly<Record<Exclude<Freshness, 'live'>, BadgeTone>> = { late: 'late', stale: 'warn', never: 'unknown' }

/** That the data behind a row is late, stale or of no known time, as word and shape; nothing where it is live. */
export function RowFreshnessBadge({ freshness }: { readonly freshness: Freshness }) {
  const { t } = useWords()
  return freshness === 'live' ? null : <Badge tone={TONES[freshness]}>{t(`indicators.freshness.${freshness}`)}</Badge>
}
