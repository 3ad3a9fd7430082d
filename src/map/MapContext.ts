import type { Map as MapLibreMap } from 'maplibre-gl'
import { createContext, useContext } from 'react'

/** The living map. `epoch` changes whenever its style was made anew and feature states must be set again. */
export interface LivingMap {
  readonly map: MapLibreMap
  readonly epoch: number
}

export const MapContext = createContext<LivingMap | null>(null)

/** The living map; only for components under `CityMap`. */
export function useLivingMap(): LivingMap {
  const living = useContext(MapContext)
  if (!living) throw new Error('useLivingMap is called outside CityMap')
  return living
}
