import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useMemo, useSyncExternalStore } from 'react'
import { type OpenedCity, useOpenedCity } from '#city/CityContext.ts'
import { connectionOf, useUnreadableChannels } from '#city/connections.ts'
import { feedQueryOptions } from '#city/feedQuery.ts'
import { useInWorld } from '#city/useFeed.ts'
import { useNow } from '#city/useNow.ts'
import type { Reason } from '#core/model/feedReport.ts'
import { LIVE_REASONS } from '#feeds/live/liveReasons.ts'
import { FeedFault } from '#feeds/queries/FeedFault.ts'
import { type FeedStanding, feedStanding } from './feedStanding'

/** Feeds come in by the dozen; nobody reads faster than this, milliseconds. */
const GATHER = 100

/** Every feed of the catalog as it stands. Watches only: no feed is fetched because of it. */
export function useFeedStandings(): readonly FeedStanding[] {
  const city = useOpenedCity()
  const now = useNow(15_000)
  const client = useQueryClient()
  const watch = useMemo(() => watchFeeds(client, city), [client, city])
  const read = useSyncExternalStore(watch.subscribe, watch.snapshot)
  const states = useInWorld(watch.ids, read)
  const unreadable = useUnreadableChannels()
  return useMemo(
    () =>
      city.catalog.feeds.map((feed, index) => {
        const state = states[index]
        return feedStanding(
          feed,
          {
            data: state?.data,
            fault: state?.error ? FeedFault.from(feed.id, state.error).reason : null,
            fetching: state?.fetchStatus === 'fetching',
            unreadable: unreadable.split('\n').includes(feed.id) ? whyUnreadable(feed.id) : null,
          },
          now,
        )
      }),
    [city, states, now, unreadable],
  )
}

function whyUnreadable(feed: string): Reason | null {
  const channel = connectionOf(feed)
  return channel ? LIVE_REASONS.unreadable(channel.unusable, channel.lastBad) : null
}

/** Nobody has asked for the feed. */
const NOT_ASKED = { data: undefined, error: null, fetchStatus: 'idle' } as const

/** The feeds' query states as an outside store: changes are gathered, and what has not changed stays the same array. */
function watchFeeds(client: QueryClient, { catalog, catalogUrl, host }: OpenedCity) {
  const keys = catalog.feeds.map(
    (feed) => feedQueryOptions(feed, catalogUrl, (id, bytes, at) => host.admit(id, bytes, false, at)).queryKey,
  )
  const read = () => keys.map((key) => client.getQueryState(key) ?? NOT_ASKED)
  let last = read()
  return {
    ids: catalog.feeds.map(({ id }) => id),
    snapshot() {
      const states = read()
      if (states.some((state, index) => state !== last[index])) last = states
      return last
    },
    subscribe(changed: () => void) {
      let timer: ReturnType<typeof setTimeout> | undefined
      const stop = client.getQueryCache().subscribe(({ query }) => {
        if (query.queryKey[0] !== 'feed') return
        timer ??= setTimeout(() => {
          timer = undefined
          changed()
        }, GATHER)
      })
      return () => {
        clearTimeout(timer)
        stop()
      }
    },
  }
}
