import { useCity } from '#city/CityContext.ts'
import { useFeed } from '#city/useFeed.ts'
import { useNow } from '#city/useNow.ts'
import { FeedFault } from '#feeds/queries/FeedFault.ts'
import { type FeedStanding, feedStanding } from '../health/feedStanding'

/** One feed, read when first used, as it stands at the app's time. Throws for a feed the catalog does not have. */
export function useFeedStanding(feedId: string): FeedStanding & { readonly now: number } {
  const { catalog } = useCity()
  const { data, error, fetchStatus } = useFeed(feedId)
  const now = useNow()
  const feed = catalog.feeds.find((candidate) => candidate.id === feedId)
  if (!feed) throw new Error(`no feed ${feedId} in the catalog`)
  const fault = error ? FeedFault.from(feedId, error).reason : null
  return { ...feedStanding(feed, { data, fault, fetching: fetchStatus === 'fetching' }, now), now }
}
