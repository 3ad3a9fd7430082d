import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import { useOpenedCity } from '#city/CityContext.ts'
import { connectionOf } from '#city/connections.ts'
import { feedOptions, useReadings } from '#city/useFeed.ts'
import { useClock } from '#state/clock.ts'
import { useEngineHealth } from '#state/engine.ts'
import { useFirstFrame } from '#state/page.ts'
import { followEngine } from './followEngine'
import { readAnew } from './readAnew'

/** Feeds without a stated cycle are read again this often while their channel is down, seconds. */
const POLL_SECONDS = 60

/**
 * Keeps every live feed loaded and listened to, whatever is on show: alarms and reminders are about all of them. While a
 * channel is down its source is read again on the feed's own cycle.
 */
export function LiveSync() {
  const city = useOpenedCity()
  const client = useQueryClient()
  const clock = useClock((state) => state.clock)
  const drawn = useFirstFrame((frame) => frame.drawn)
  const live = useMemo(() => city.catalog.feeds.filter((feed) => feed.live), [city])
  useReadings(drawn ? live.map(({ id }) => id) : NONE)

  useEffect(() => followEngine(city, client), [city, client])
  useEffect(
    () =>
      useEngineHealth.subscribe((now, before) => {
        if (before.state !== 'down' || now.state !== 'well') return
        readAnew(city, client).catch((error: unknown) => console.warn('engine:', error))
      }),
    [city, client],
  )
  useEffect(() => {
    city.host.setClock(clock).catch(() => {})
  }, [city, clock])

  useEffect(() => {
    const timers = live
      .filter((feed) => feed.live?.type !== 'demo')
      .map((feed) =>
        setInterval(
          () => {
            if (connectionOf(feed.id)?.kind !== 'waiting') return
            void client.refetchQueries({ queryKey: feedOptions(city, feed.id).queryKey, exact: true })
          },
          (feed.refreshSeconds ?? POLL_SECONDS) * 1000,
        ),
      )
    return () => timers.forEach(clearInterval)
  }, [city, client, live])

  useEffect(() => {
    const retry = () => {
      for (const { id } of live) city.host.reconnect(id).catch(() => {})
    }
    window.addEventListener('online', retry)
    return () => window.removeEventListener('online', retry)
  }, [city, live])
  return null
}

const NONE: readonly string[] = []
