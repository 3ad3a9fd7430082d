import { MapLibreOverlay } from '@deck.gl/maplibre'
import type { Map as MapLibreMap } from 'maplibre-gl'
import type { ResolvedDeckLayer } from '../../layers/ResolvedLayer'
import { DECK_KINDS } from './deckKinds'
import { type DeckPoint, pointFeed } from './pointFeed'

export interface ShownDeckLayer {
  readonly layer: ResolvedDeckLayer
  readonly url: string
}

export interface DeckOverlay {
  /** Shows exactly these layers; the newest call wins. */
  readonly show: (layers: readonly ShownDeckLayer[]) => void
  readonly remove: () => void
}

/**
 * deck.gl over the map, on a canvas of its own: drawn into the map's canvas it would spoil the labels of MapLibre 6.
 * What must lie under labels is drawn by MapLibre itself.
 */
export function createDeckOverlay(map: MapLibreMap): DeckOverlay {
  const overlay = new MapLibreOverlay({ interleaved: false, layers: [] })
  map.addControl(overlay)
  const feeds = new Map<string, Promise<readonly DeckPoint[]>>()
  let shown: readonly (ShownDeckLayer & { readonly points: readonly DeckPoint[] })[] = []
  let turn = 0

  const draw = (): void => {
    const zoom = map.getZoom()
    const layers = shown.map(({ layer, points }) => {
      const visible = zoom >= layer.minzoom && zoom < layer.maxzoom
      return DECK_KINDS[layer.deck]?.({ id: layer.id, points, settings: layer.settings, visible })
    })
    overlay.setProps({ layers })
  }

  map.on('zoomend', draw)
  return {
    show: (layers) => {
      turn += 1
      const mine = turn
      for (const { layer } of layers) {
        if (!DECK_KINDS[layer.deck]) console.warn(`layer "${layer.layer}": deck kind "${layer.deck}" is not known`)
      }
      const wanted = new Set(layers.map(({ url }) => url))
      for (const url of feeds.keys()) if (!wanted.has(url)) feeds.delete(url)
      for (const url of wanted) if (!feeds.has(url)) feeds.set(url, pointFeed(url))
      void Promise.all(layers.map(async (entry) => ({ ...entry, points: (await feeds.get(entry.url)) ?? [] }))).then(
        (ready) => {
          if (mine !== turn) return
          shown = ready
          draw()
        },
        (error: unknown) => console.warn('deck layer:', error),
      )
    },
    remove: () => {
      turn += 1
      map.off('zoomend', draw)
      if (map.hasControl(overlay)) map.removeControl(overlay)
    },
  }
}
