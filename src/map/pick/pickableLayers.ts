import type { Map as MapLibreMap } from 'maplibre-gl'
import type { FeatureRef } from '#state/selection.ts'

/** Drawn layers that answer to the pointer, with the feed and the source behind each. */
export type Pickable = ReadonlyMap<string, { readonly feed: string; readonly source: string }>

/** Raises or lowers a flag in the feature-state of a feature, in every source its feed is drawn from. */
export function flagFeature(map: MapLibreMap, pickable: Pickable, ref: FeatureRef, key: string, on: boolean): void {
  const sources = new Set([...pickable.values()].filter(({ feed }) => feed === ref.feed).map(({ source }) => source))
  for (const source of sources) {
    if (!map.getSource(source)) continue
    if (on) map.setFeatureState({ source, id: ref.mapId }, { [key]: true })
    else map.removeFeatureState({ source, id: ref.mapId }, key)
  }
}
