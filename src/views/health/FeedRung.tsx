import { useNow } from '#city/useNow.ts'
import { formatAge } from '#i18n/formatTime.ts'
import { useWords } from '#i18n/useWords.ts'
import { FeedStateBadge } from './FeedStateBadge'
import { useFeedStandings } from './useFeedStandings'

/** That a feed's data is late, stale, of no known time or failing, as word and shape, with its age; nothing while live. */
export function FeedRung({ feed }: { readonly feed: string }) {
  const { language } = useWords()
  const now = useNow()
  const standing = useFeedStandings().find((each) => each.feed.id === feed)
  if (!standing?.reading || (standing.freshness === 'live' && !standing.fault)) return null
  const { freshness, fault, reading } = standing
  const { asOf } = reading.report
  return (
    <>
      {fault && <FeedStateBadge state="failing" />}
      {freshness && freshness !== 'live' && <FeedStateBadge state={freshness} />}
      {asOf !== null && <span>{formatAge(now - asOf, language)}</span>}
    </>
  )
}
