import type { QueryClient } from '@tanstack/react-query'
import type { OpenedCity } from '#city/CityContext.ts'
import { setCatalogOnShow } from '#city/catalogOnShow.ts'
import { setConnection } from '#city/connections.ts'
import type { FeedReading } from '#city/feedQuery.ts'
import { topicChanged } from '#city/topics.ts'
import { feedOptions } from '#city/useFeed.ts'
import type { Reason } from '#core/model/feedReport.ts'
import type { EngineEvent } from '#engine/engineEvents.ts'
import { FeedFault } from '#feeds/queries/FeedFault.ts'

/** Brings what the engine tells to where the page keeps it: feeds to the query cache, connections and topics to their slices. */
export function followEngine(city: OpenedCity, client: QueryClient): void {
  const { host: engine } = city

  /** Reads the feed's source anew, for a stream that has just been opened: an earlier reading may be too old. */
  async function takeSnapshot(feed: string, ticket: number): Promise<void> {
    const { queryKey } = feedOptions(city, feed)
    await client.refetchQueries({ queryKey, exact: true }, { cancelRefetch: true })
    const state = client.getQueryState<FeedReading>(queryKey)
    const fault: Reason | null = state?.error ? FeedFault.from(feed, state.error).reason : (state?.data?.fault ?? null)
    await engine.snapshotDone(feed, ticket, fault)
  }

  const hear = (event: EngineEvent): void => {
    switch (event.kind) {
      case 'feed': {
        const { feed, report, bounds, properties } = event
        client.setQueryData<FeedReading>(
          feedOptions(city, feed).queryKey,
          (reading) => reading && { ...reading, report, bounds, properties },
        )
        return
      }
      case 'catalog':
        setCatalogOnShow(event.catalog)
        return
      case 'connection':
        setConnection(event.feed, event.state)
        return
      case 'snapshot-wanted':
        takeSnapshot(event.feed, event.ticket).catch((error: unknown) => {
          const { reason } = FeedFault.from(event.feed, error)
          engine.snapshotDone(event.feed, event.ticket, reason).catch(() => {})
        })
        return
      case 'feed-wanted':
        void client.prefetchQuery(feedOptions(city, event.feed))
        return
      case 'topic':
        topicChanged(event.topic)
    }
  }
  engine.follow(hear).catch((error: unknown) => console.warn('live:', error))
}
