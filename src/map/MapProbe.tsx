import { useEffect } from 'react'
import { useLivingMap } from './MapContext'
import { type SourceFeatures, sourceFeatures } from './sourceFeatures'

/** Read-only answers about the map for browser journeys. */
interface Probe {
  /** Everything asked for has been fetched and drawn. */
  readonly loaded: () => boolean
  /** Features on the screen of everything drawn for a layer of the catalog, clusters included; 0 when nothing is. */
  readonly renderedFeatures: (layerId: string) => number
  /** Where a place is on the screen, pixels from the map's upper left corner. */
  readonly project: (longitude: number, latitude: number) => { readonly x: number; readonly y: number }
  /** What the map has of a source, to hold against what it should have. */
  readonly sourceFeatures: (sourceId: string) => Promise<SourceFeatures>
}

declare global {
  interface Window {
    __oneMap?: Probe
  }
}

/** Hangs the probe on the window while the map lives. */
export function MapProbe() {
  const { map } = useLivingMap()
  useEffect(() => {
    let idle = false
    const rest = (): void => {
      idle = true
    }
    const stir = (): void => {
      idle = false
    }
    map.on('idle', rest)
    map.on('dataloading', stir)
    map.on('movestart', stir)
    window.__oneMap = {
      loaded: () => idle && map.loaded(),
      renderedFeatures: (layerId) => {
        const drawn = map.getLayersOrder().filter((id) => id === layerId || id.startsWith(`${layerId}:`))
        return drawn.length === 0 ? 0 : map.queryRenderedFeatures({ layers: drawn }).length
      },
      project: (longitude, latitude) => {
        const { x, y } = map.project([longitude, latitude])
        return { x, y }
      },
      sourceFeatures: (sourceId) => sourceFeatures(map, sourceId),
    }
    return () => {
      map.off('idle', rest)
      map.off('dataloading', stir)
      map.off('movestart', stir)
      delete window.__oneMap
    }
  }, [map])
  return null
}
