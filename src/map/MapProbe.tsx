import { useEffect } from 'react'
import { useLivingMap } from './MapContext'

/** Read-only answers about the map for browser journeys. */
export interface Probe {
  /** Everything asked for has been fetched and drawn. */
  readonly loaded: () => boolean
  /** Features of a drawn layer that are on the screen; 0 when there is no such layer. */
  readonly renderedFeatures: (layerId: string) => number
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
      renderedFeatures: (layerId) =>
        map.getLayer(layerId) ? map.queryRenderedFeatures({ layers: [layerId] }).length : 0,
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
