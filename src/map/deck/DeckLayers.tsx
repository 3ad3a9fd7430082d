import { useEffect, useMemo, useRef } from 'react'
import type { ResolvedDeckLayer, ResolvedLayer } from '#layers/ResolvedLayer.ts'
import { useLivingMap } from '../MapContext'
import type { FollowFeed } from '../style/LiveSources'
import type { DeckOverlay } from './deckOverlay'

interface DeckLayersProps {
  readonly layers: readonly ResolvedLayer[]
  readonly sources: Readonly<Record<string, { readonly url: string }>>
  /** How a layer hears of changes to its feed; fixed when the map is made. */
  readonly follow: FollowFeed
}

/** Hands the layers that MapLibre cannot draw to deck.gl, which is loaded when the first one is wanted. */
export function DeckLayers({ layers, sources, follow }: DeckLayersProps) {
  const { map } = useLivingMap()
  const overlay = useRef<Promise<DeckOverlay> | null>(null)
  const wanted = useMemo(
    () => layers.filter((layer): layer is ResolvedDeckLayer => layer.drawnBy === 'deck' && layer.feed in sources),
    [layers, sources],
  )
  useEffect(() => {
    if (wanted.length === 0 && !overlay.current) return
    let current = true
    overlay.current ??= import('./deckOverlay').then(({ createDeckOverlay }) => createDeckOverlay(map, follow))
    void overlay.current.then((made) => {
      if (current) made.show(wanted.map((layer) => ({ layer, url: sources[layer.feed]!.url })))
    })
    return () => {
      current = false
    }
  }, [map, wanted, sources, follow])
  useEffect(
    () => () => {
      void overlay.current?.then((made) => made.remove())
      overlay.current = null
    },
    [],
  )
  return null
}
