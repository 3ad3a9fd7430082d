import type { Map as MapLibreMap } from 'maplibre-gl'
import { isSketchRef, type MapRef } from '#state/selection.ts'

/** What stands behind a drawn layer, and the source it is drawn from. */
export type PickTarget =
  | { readonly feed: string; readonly source: string }
  | { readonly sketch: string; readonly source: string }

/** Drawn layers that answer to the pointer, by id. */
export type Pickable = ReadonlyMap<string, PickTarget>

/** Raises or lowers a flag in the feature-state of what was picked, in every source it is drawn from. */
export function flagFeature(map: MapLibreMap, pickable: Pickable, ref: MapRef, key: string, on: boolean): void {
  const isOf = (target: PickTarget): boolean =>
    isSketchRef(ref) ? 'sketch' in target && target.sketch === ref.sketch : 'feed' in target && target.feed === ref.feed
  const sources = new Set([...pickable.values()].filter(isOf).map(({ source }) => source))
  for (const source of sources) {
    if (!map.getSource(source)) continue
    if (on) map.setFeatureState({ source, id: ref.mapId }, { [key]: true })
    else map.removeFeatureState({ source, id: ref.mapId }, key)
  }
}
