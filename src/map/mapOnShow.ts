import type { Map as MapLibreMap } from 'maplibre-gl'

let shown: MapLibreMap | null = null

/** The page's one map, for what is done with it from outside its components; null while there is none. */
export const mapOnShow = (): MapLibreMap | null => shown

/** The map comes, or goes. */
export function showMap(map: MapLibreMap | null): void {
  shown = map
}
