import { useEffect, useMemo, useRef } from 'react'
import type { ResolvedDeckLayer, ResolvedLayer } from '../../layers/ResolvedLayer'
import { useLivingMap } from '../MapContext'
import type { DeckOverlay } from './deckOverlay'

interface DeckLayersProps {
  readonly layers: readonly ResolvedLayer[]
  readonly sources: Readonly<Record<string, { readonly url: string }>>
}

/** Hands the layers that MapLibre cannot draw to deck.gl, which is loaded when the first one is wanted. */
export function DeckLayers({ layers, sources }: DeckLayersProps) {
  const { map } = useLivingMap()
  const overlay = useRef<Promise<DeckOverlay> | null>(null)
  const wanted = useMemo(
    () => layers.filter((layer): layer is ResolvedDeckLayer => layer.drawnBy === 'deck' && layer.feed in sources),
    [layers, sources],
  )
  useEffect(() => {
    if (wanted.length === 0 && !overlay.current) return
    let current = true
    overlay.current ??= import('./deckOverlay').then(({ createDeckOverlay }) => createDeckOverlay(map))
    void overlay.current.then((made) => {
      if (current) made.show(wanted.map((layer) => ({ layer, url: sources[layer.feed]!.url })))
    })
    return () => {
      current = false
    }
  }, [map, wanted, sources])
  useEffect(
    () => () => {
      void overlay.current?.then((made) => made.remove())
      overlay.current = null
    },
    [],
  )
  return null
}
