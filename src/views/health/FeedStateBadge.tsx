import { useWords } from '#i18n/useWords.ts'
import { Badge, type BadgeTone } from '#ui/Badge.tsx'
import type { FeedState } from './feedStanding'

const TONES: Record<FeedState, BadgeTone> = {
  idle: 'plain',
  loading: 'plain',
  failing: 'bad',
  live: 'good',
  late: 'late',
  stale: 'warn',
  never: 'unknown',
}

/** A feed's state as a word with a shape. */
export function FeedStateBadge({ state }: { readonly state: FeedState }) {
  const { t } = useWords()
  return <Badge tone={TONES[state]}>{t(`shell.state.${state}`)}</Badge>
}
