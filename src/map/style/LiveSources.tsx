import { GeoJSONSource, type GeoJSONSourceDiff, type Map as MapLibreMap } from 'maplibre-gl'
import { useEffect, useRef } from 'react'
import type { MapDiff } from '../../core/model/mapDiff'
import { useLivingMap } from '../MapContext'
import type { FeedSource } from './StyleContents'

/**
 * Hands on the changes of a feed since the features of `url`, one after the other: the next when the promise for the last
 * has resolved. Answers how to stop.
 */
export type FollowFeed = (feed: string, url: string, apply: (diff: MapDiff) => Promise<void>) => () => void

interface Props {
  readonly sources: Readonly<Record<string, FeedSource>>
  readonly follow: FollowFeed
}

/** Keeps the feeds' sources as their feeds are: changes go in by feature, at most one update a frame and source. */
export function LiveSources({ sources, follow }: Props) {
  const { map, epoch } = useLivingMap()
  const followed = useRef(new Map<string, { readonly key: string; readonly stop: () => void }>())

  useEffect(() => {
    const running = followed.current
    for (const [id, { feed, url, cluster }] of Object.entries(sources)) {
      const key = JSON.stringify([url, cluster, epoch])
      if (feed === undefined || running.get(id)?.key === key) continue
      running.get(id)?.stop()
      running.set(id, { key, stop: follow(feed, url, (diff) => applyDiff(map, id, diff)) })
    }
    for (const [id, { stop }] of running) {
      if (sources[id]?.feed !== undefined) continue
      stop()
      running.delete(id)
    }
  }, [sources, follow, map, epoch])

  useEffect(() => {
    const running = followed.current
    return () => {
      for (const { stop } of running.values()) stop()
      running.clear()
    }
  }, [])
  return null
}

/** Resolves when the map has taken the change in and drawn a frame, and has rested as long as that took. */
async function applyDiff(map: MapLibreMap, id: string, { remove, add, update }: MapDiff): Promise<void> {
  const source = map.getSource(id)
  if (!(source instanceof GeoJSONSource)) return
  const began = performance.now()
  // MapLibre's own type is the same but for readonly.
  const diff = { remove, add, update } as unknown as GeoJSONSourceDiff
  await source.updateData(diff).catch((error: unknown) => console.warn(`map: ${id}:`, error))
  await nextFrame()
  await new Promise((done) => setTimeout(done, Math.min(LONGEST_REST_MS, performance.now() - began)))
}

/** A hidden page draws no frames. */
const nextFrame = (): Promise<unknown> =>
  new Promise((done) => {
    requestAnimationFrame(done)
    setTimeout(done, LONGEST_REST_MS)
  })

const LONGEST_REST_MS = 1_000
