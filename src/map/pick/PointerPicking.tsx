import type { MapMouseEvent, Point } from 'maplibre-gl'
import { useEffect } from 'react'
import { HOVER_STATE } from '#layers/highlightStyle.ts'
import { type MapRef, NO_SELECTION, refKey, select, selectionOf, setHover, useSelection } from '#state/selection.ts'
import { useLivingMap } from '../MapContext'
import { openCluster } from './openCluster'
import { pickAt } from './pickAt'
import { flagFeature, type Pickable } from './pickableLayers'

const isSame = (a: MapRef | null, b: MapRef | null): boolean => (a && refKey(a)) === (b && refKey(b))

/**
 * Pointer and keyboard on the map: hovering marks what a click would mean, a click selects it or lists what lies
 * together, Enter does the same for the middle of the map, Escape clears. Nothing here passes through React.
 */
export function PointerPicking({ pickable }: { pickable: Pickable }) {
  const { map } = useLivingMap()
  useEffect(() => {
    const canvas = map.getCanvas()
    let hovered: MapRef | null = null
    let frame = 0
    // Hovered on the map, or in a list of what is on it.
    const show = (ref: MapRef | null): void => {
      if (isSame(hovered, ref) || !map.style) return
      if (hovered) flagFeature(map, pickable, hovered, HOVER_STATE, false)
      if (ref) flagFeature(map, pickable, ref, HOVER_STATE, true)
      hovered = ref
    }
    const forget = useSelection.subscribe(({ hover }) => show(hover))
    const mark = (ref: MapRef | null): void => {
      if (!isSame(useSelection.getState().hover, ref)) setHover(ref)
    }
    const look = (event: MapMouseEvent): void => {
      cancelAnimationFrame(frame)
      if (event.originalEvent.buttons !== 0) return
      frame = requestAnimationFrame(() => {
        if (!map.style) return
        const { features, cluster } = pickAt(map, event.point, pickable, 'mouse')
        canvas.style.cursor = features.length > 0 || cluster ? 'pointer' : ''
        mark(features[0] ?? null)
      })
    }
    const leave = (): void => {
      cancelAnimationFrame(frame)
      mark(null)
    }
    const choose = (point: Point, by: 'mouse' | 'touch'): void => {
      const { features, at: own, cluster } = pickAt(map, point, pickable, by)
      const { lng, lat } = map.unproject(point)
      if (cluster) void openCluster(map, cluster)
      else select(selectionOf(features, own ?? [lng, lat]))
    }
    const click = (event: MapMouseEvent): void => {
      const { originalEvent } = event
      const touch = originalEvent instanceof PointerEvent && originalEvent.pointerType === 'touch'
      choose(event.point, touch ? 'touch' : 'mouse')
    }
    const key = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') select(NO_SELECTION)
      if (event.key === 'Enter') choose(map.project(map.getCenter()), 'touch')
    }
    const clear = (event: KeyboardEvent): void => {
      // An input method may be at work in a field: its Escape takes back what it composes.
      if (event.isComposing) return
      if (event.key === 'Escape' && !event.defaultPrevented && useSelection.getState().selection.kind !== 'none') {
        select(NO_SELECTION)
      }
    }
    map.on('mousemove', look)
    map.on('mouseout', leave)
    map.on('click', click)
    canvas.addEventListener('keydown', key)
    window.addEventListener('keydown', clear)
    return () => {
      leave()
      forget()
      map.off('mousemove', look)
      map.off('mouseout', leave)
      map.off('click', click)
      canvas.removeEventListener('keydown', key)
      window.removeEventListener('keydown', clear)
    }
  }, [map, pickable])
  return null
}
