import { useMemo, useState } from 'react'
import { useReadings } from '#city/useFeed.ts'
import type { ResolvedLayer } from '#layers/ResolvedLayer.ts'
import type { Sketch } from '#layers/sketch.ts'
import { useView } from '#state/view.ts'
import { COUNTY_ZOOM, feedsToLoad } from './feedsToLoad'

/**
 * The data of the layers and sketches drawn, by feed. Base feeds are fetched first, then the theme's; those of layers that only show
 * closer in are fetched when the camera first comes near.
 */
export function useMapSources(
  layers: readonly ResolvedLayer[],
  sketches: readonly Sketch[],
): Readonly<Record<string, { readonly url: string }>> {
  const zoom = useView((view) => view.camera?.zoom ?? COUNTY_ZOOM)
  const [nearest, setNearest] = useState(zoom)
  if (zoom > nearest) setNearest(zoom)
  const { base, themed } = useMemo(() => feedsToLoad(layers, nearest, feedsOf(sketches)), [layers, nearest, sketches])
  const first = useReadings(base)
  const ready = first.every((query) => query.data || query.isError)
  const then = useReadings(ready ? themed : NONE)
  const ids = ready ? [...base, ...themed] : base
  const urls = [...first, ...then].map((query) => query.data?.mapUrl ?? '')
  const stamp = JSON.stringify(ids.flatMap((id, index) => (urls[index] ? [[id, urls[index]]] : [])))
  // Readings come and go with every query change; the map hears only of new addresses.
  return useMemo(() => {
    const entries: [string, string][] = JSON.parse(stamp)
    return Object.fromEntries(entries.map(([id, url]) => [id, { url }]))
  }, [stamp])
}

const feedsOf = (sketches: readonly Sketch[]): readonly string[] =>
  sketches.flatMap(({ source }) => (source.kind === 'feed' ? [source.feed] : []))

const NONE: readonly string[] = []
