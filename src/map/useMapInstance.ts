import { GPUInitializationError } from 'maplibre-gl'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { noteMapFault, renewMapSource, settleMapFaults } from '#state/mapFaults.ts'
import { createMap, type MapStart } from './createMap'
import { addIconImages } from './images/iconImages'
import { addPatternImages } from './images/patternImages'
import type { LivingMap } from './MapContext'
import { showMap } from './mapOnShow'

export type MapInstance =
  | { readonly kind: 'starting' }
  | ({ readonly kind: 'alive' } & LivingMap)
  /** The graphics context is lost; the browser usually gives it back. */
  | ({ readonly kind: 'lost' } & LivingMap)
  | { readonly kind: 'unsupported' }

/**
 * Makes the page's one map in `container` and keeps it until the component leaves. Of `start` only the
 * title is followed; other changes reach the map through the components beside it.
 */
export function useMapInstance(
  container: RefObject<HTMLElement | null>,
  start: Omit<MapStart, 'container'>,
): MapInstance {
  const [instance, setInstance] = useState<MapInstance>({ kind: 'starting' })
  const initial = useRef(start)
  useEffect(() => {
    const element = container.current
    if (!element) return
    let map: ReturnType<typeof createMap>
    try {
      map = createMap({ container: element, ...initial.current })
      showMap(map)
    } catch (error) {
      if (!(error instanceof GPUInitializationError)) throw error
      setInstance({ kind: 'unsupported' })
      return
    }
    let epoch = 0
    const revive = (): void => {
      addIconImages(map)
      addPatternImages(map)
      epoch += 1
      setInstance({ kind: 'alive', map, epoch })
    }
    map.on('style.load', revive)
    map.on('webglcontextlost', () => setInstance({ kind: 'lost', map, epoch }))
    map.on('error', (event) => {
      console.warn('map:', event.error.message)
      noteMapFault({ source: sourceOf(event), message: event.error.message })
    })
    map.on('sourcedata', ({ sourceId, sourceDataType }) => {
      if (sourceDataType === 'content') renewMapSource(sourceId)
    })
    map.on('idle', settleMapFaults)
    return () => {
      showMap(null)
      map.remove()
      setInstance({ kind: 'starting' })
    }
  }, [container])

  const { title } = start
  const map = instance.kind === 'alive' ? instance.map : null
  useEffect(() => map?.getCanvas().setAttribute('aria-label', title), [map, title])
  return instance
}

/** An error of a source bubbles up with the source's id. */
const sourceOf = (event: object): string | null =>
  'sourceId' in event && typeof event.sourceId === 'string' ? event.sourceId : null
