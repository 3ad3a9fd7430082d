import { MapLibreOverlay } from '@deck.gl/maplibre'
import type { Map as MapLibreMap } from 'maplibre-gl'
import type { ResolvedDeckLayer } from '#layers/ResolvedLayer.ts'
import type { FollowFeed } from '../style/LiveSources'
import type { DeckKind } from './deckKind'
import { deckKind } from './deckKinds'
import { type PointStore, pointsAt } from './pointStore'

interface ShownDeckLayer {
  readonly layer: ResolvedDeckLayer
  readonly url: string
}

export interface DeckOverlay {
  /** Shows exactly these layers; the newest call wins. */
  readonly show: (layers: readonly ShownDeckLayer[]) => void
  readonly remove: () => void
}

/** A layer with what draws it and what it draws. */
interface ReadyLayer {
  readonly layer: ResolvedDeckLayer
  readonly kind: DeckKind
  readonly store: PointStore
}

/**
 * deck.gl over the map, on a canvas of its own: drawn into the map's canvas it would spoil the labels of MapLibre 6.
 * What must lie under labels is drawn by MapLibre itself.
 */
export function createDeckOverlay(map: MapLibreMap, follow: FollowFeed): DeckOverlay {
  const overlay = new MapLibreOverlay({ interleaved: false, layers: [] })
  map.addControl(overlay)
  const feeds = new Map<string, LivePoints>()
  let shown: readonly ReadyLayer[] = []
  let turn = 0

  const draw = (): void => {
    const zoom = map.getZoom()
    const layers = shown.map(({ layer, kind, store }) => {
      const visible = zoom >= layer.minzoom && zoom < layer.maxzoom
      return kind({ id: layer.id, points: store.points(), settings: layer.settings, opacity: layer.opacity, visible })
    })
    overlay.setProps({ layers })
  }

  map.on('zoomend', draw)
  return {
    show: (layers) => {
      turn += 1
      const mine = turn
      const known = layers.flatMap(({ layer, url }) => {
        const load = deckKind(layer.deck)
        if (!load) console.warn(`layer "${layer.layer}": deck kind "${layer.deck}" is not known`)
        return load ? [{ layer, url, load }] : []
      })
      const wanted = new Set(known.map(({ url }) => url))
      for (const [url, { stop }] of feeds) {
        if (wanted.has(url)) continue
        stop()
        feeds.delete(url)
      }
      const readied = known.map(async ({ layer, url, load }): Promise<ReadyLayer> => {
        const points = feeds.get(url) ?? livePoints(layer.feed, url, follow, draw)
        feeds.set(url, points)
        const [kind, store] = await Promise.all([load(), points.store])
        return { layer, kind, store }
      })
      void Promise.all(readied).then(
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
      for (const { stop } of feeds.values()) stop()
      feeds.clear()
      map.off('zoomend', draw)
      if (map.hasControl(overlay)) map.removeControl(overlay)
    },
  }
}

interface LivePoints {
  readonly store: Promise<PointStore>
  readonly stop: () => void
}

/** Density is no place to look for the second: all of it is added up anew at most this often. */
const REST_MS = 3_000

/** The points of a URL, kept as their feed is: the next change is taken when the last has been drawn and some time has passed. */
function livePoints(feed: string, url: string, follow: FollowFeed, draw: () => void): LivePoints {
  const store = pointsAt(url)
  const stop = follow(feed, url, null, async (diff) => {
    const known = await store
    known.apply(diff)
    draw()
    await new Promise((done) => setTimeout(done, REST_MS))
  })
  return { store, stop }
}
