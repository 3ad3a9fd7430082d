import type { Map as MapLibreMap } from 'maplibre-gl'
import { useEffect } from 'react'
import { useLivingMap } from '../MapContext'
import { applyStyleOperation } from './applyStyle'
import { diffStyle } from './diffStyle'
import { EMPTY_CONTENTS, type StyleContents } from './StyleContents'

/** What each map holds: it outlasts a lost graphics context, after which the map restores it by itself. */
const held = new WeakMap<MapLibreMap, StyleContents>()

/** Keeps the map's sources and layers equal to `contents`, by the smallest changes; the style is never replaced. */
export function StyleKeeper({ contents }: { contents: StyleContents }) {
  const { map, epoch } = useLivingMap()
  // biome-ignore lint/correctness/useExhaustiveDependencies: a style made anew is checked again
  useEffect(() => {
    for (const operation of diffStyle(held.get(map) ?? EMPTY_CONTENTS, contents)) applyStyleOperation(map, operation)
    held.set(map, contents)
  }, [map, contents, epoch])
  return null
}
