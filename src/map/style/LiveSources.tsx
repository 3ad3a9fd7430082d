import { GeoJSONSource, type GeoJSONSourceDiff, type Map as MapLibreMap } from 'maplibre-gl'
import { useEffect, useRef } from 'react'
import type { MapDiff } from '#core/model/feature.ts'
import { useLivingMap } from '../MapContext'
import type { MapSource } from './StyleContents'

/**
 * Hands on the changes of a feed since the features of `url`, one after the other: the next when the promise for the last
 * has resolved. Changes of properties that are not among `reads` (null: all are) are left out. Answers how to stop.
 */
export type FollowFeed = (
  feed: string,
  url: string,
  reads: ReadonlySet<string> | null,
  apply: (diff: MapDiff) => Promise<void>,
) => () => void

interface Followed {
  readonly key: string
  /** What its changes were asked for: it only grows, so that a layer that comes and goes is no new beginning. */
  readonly reads: ReadonlySet<string> | null
  readonly stop: () => void
}

interface Props {
  readonly sources: Readonly<Record<string, MapSource>>
  readonly follow: FollowFeed
}

/** Keeps the feeds' sources as their feeds are: changes go in by feature, at most one update a frame and source. */
export function LiveSources({ sources, follow }: Props) {
  const { map, epoch } = useLivingMap()
  const followed = useRef(new Map<string, Followed>())

  useEffect(() => {
    const running = followed.current
    for (const [id, { feed, data: url, cluster, reads: read = null }] of Object.entries(sources)) {
      if (feed === undefined || typeof url !== 'string') continue
      const key = JSON.stringify([url, cluster, epoch])
      const known = running.get(id)
      const same = known?.key === key
      const reads = same ? together(known.reads, read) : read
      if (same && reads?.size === known.reads?.size) continue
      known?.stop()
      // What was left out before is missing in the source: it begins anew with the features of its URL.
      if (same) startAnew(map, id, url)
      running.set(id, { key, reads, stop: follow(feed, url, reads, (diff) => applyDiff(map, id, diff)) })
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

const together = (a: ReadonlySet<string> | null, b: ReadonlySet<string> | null): ReadonlySet<string> | null =>
  a && b ? new Set([...a, ...b]) : null

function startAnew(map: MapLibreMap, id: string, url: string): void {
  const source = map.getSource(id)
  if (source instanceof GeoJSONSource) void source.setData(url)
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
