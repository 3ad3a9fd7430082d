import { useEffect, useRef } from 'react'
import { useLivingMap } from '../MapContext'
import { applyStyleOperation } from './applyStyle'
import { diffStyle } from './diffStyle'
import { EMPTY_CONTENTS, type StyleContents } from './StyleContents'

/** Keeps the map's sources and layers equal to `contents`, by the smallest changes; the style is never replaced. */
export function StyleKeeper({ contents }: { contents: StyleContents }) {
  const { map, epoch } = useLivingMap()
  const held = useRef({ map, contents: EMPTY_CONTENTS })
  // biome-ignore lint/correctness/useExhaustiveDependencies: a style made anew is checked again
  useEffect(() => {
    if (held.current.map !== map) held.current = { map, contents: EMPTY_CONTENTS }
    for (const operation of diffStyle(held.current.contents, contents)) applyStyleOperation(map, operation)
    held.current = { map, contents }
  }, [map, contents, epoch])
  return null
}
