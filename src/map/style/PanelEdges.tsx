import type { Feature, Point } from 'geojson'
import { GeoJSONSource, type Map as MapLibreMap } from 'maplibre-gl'
import { useEffect } from 'react'
import { LABEL_FONT } from '#layers/labelLayer.ts'
import { useLivingMap } from '../MapContext'

const ID = 'panel-edges'
/** How far a block reaches from its middle at a desk, pixels. */
const REACH = 20

/**
 * Keeps names whole: under the panels stand unseen words that take the room of any name that would be cut at their edge.
 * They are placed before all others, and follow camera and panels when they come to rest.
 */
export function PanelEdges({ scale }: { readonly scale: number }) {
  const { map, epoch } = useLivingMap()

  // biome-ignore lint/correctness/useExhaustiveDependencies: a map that lost its context has lost the source too
  useEffect(() => {
    const reach = REACH * scale
    let last = ''
    const place = (): void => {
      if (!map.style) return
      keepOnTop(map, reach)
      const source = map.getSource(ID)
      const panels = panelsOver()
      const stamp = JSON.stringify([panels, map.getCenter(), map.getZoom(), map.getBearing(), map.getPitch()])
      if (stamp === last || !(source instanceof GeoJSONSource)) return
      last = stamp
      void source.setData({ type: 'FeatureCollection', features: blocksIn(map, panels, reach) })
    }
    const rise = (): void => {
      if (map.getLayer(ID) && map.getLayersOrder().at(-1) !== ID) map.moveLayer(ID)
    }
    map.on('moveend', place)
    map.on('idle', place)
    map.on('styledata', rise)
    return () => {
      map.off('moveend', place)
      map.off('styledata', rise)
      map.off('idle', place)
    }
  }, [map, epoch, scale])
  return null
}

function keepOnTop(map: MapLibreMap, reach: number): void {
  if (!map.getSource(ID)) map.addSource(ID, { type: 'geojson', data: { type: 'FeatureCollection', features: [] } })
  if (map.getLayer(ID)) {
    // Setting what is set already draws a frame, after which the map is idle again, and so on.
    if (map.getLayoutProperty(ID, 'text-padding') !== reach) map.setLayoutProperty(ID, 'text-padding', reach)
    return
  }
  map.addLayer({
    id: ID,
    type: 'symbol',
    source: ID,
    layout: {
      'text-field': '·',
      'text-font': [...LABEL_FONT],
      'text-size': 1,
      'text-padding': reach,
      'text-allow-overlap': true,
    },
    paint: { 'text-opacity': 0 },
  })
}

/** What lies over the map: bars, rails and docks. */
const OVER = ':has(> main) > header, main aside, [data-over-map]'

function panelsOver(): readonly DOMRect[] {
  return [...document.querySelectorAll(OVER)].map((element) => element.getBoundingClientRect())
}

/** Places whose blocks fill the panels up to their edges. */
function blocksIn(map: MapLibreMap, panels: readonly DOMRect[], reach: number): Feature<Point>[] {
  const { left, top } = map.getContainer().getBoundingClientRect()
  return panels.flatMap((panel) =>
    along(panel.left, panel.right, reach).flatMap((x) =>
      along(panel.top, panel.bottom, reach).map((y): Feature<Point> => {
        const { lng, lat } = map.unproject([x - left, y - top])
        return { type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates: [lng, lat] } }
      }),
    ),
  )
}

/** Middles of blocks side by side from one end to the other; one alone where there is no room for two. */
function along(from: number, to: number, reach: number): number[] {
  if (to - from <= 2 * reach) return [(from + to) / 2]
  const steps = Math.ceil((to - from - 2 * reach) / (2 * reach))
  return Array.from({ length: steps + 1 }, (_, step) => from + reach + (step * (to - from - 2 * reach)) / steps)
}
