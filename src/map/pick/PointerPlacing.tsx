import type { MapMouseEvent } from 'maplibre-gl'
import { useEffect } from 'react'
import type { MapTool } from '#state/mapTool.ts'
import { useLivingMap } from '../MapContext'

/**
 * Pointer and keyboard while a tool is in the hand: it follows the pointer, a click places, and so does letting go of what
 * was dragged here from a button. By keyboard the map is moved under its middle, where Enter places; Escape puts it away.
 */
export function PointerPlacing({ tool }: { readonly tool: MapTool }) {
  const { map } = useLivingMap()
  useEffect(() => {
    const canvas = map.getCanvas()
    let frame = 0
    const next = (act: () => void): void => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(act)
    }
    const middle = (): readonly [number, number] => {
      const { lng, lat } = map.getCenter()
      return [lng, lat]
    }
    const under = ({ clientX, clientY }: PointerEvent): readonly [number, number] => {
      const { left, top } = canvas.getBoundingClientRect()
      const { lng, lat } = map.unproject([clientX - left, clientY - top])
      return [lng, lat]
    }
    // A drag that began on a button goes on outside the map: the window hears of it.
    const follow = (event: PointerEvent): void => {
      if (event.target === canvas || event.buttons !== 0) next(() => tool.follow(under(event)))
    }
    let pressed = false
    const press = (event: PointerEvent): void => {
      pressed = event.target === canvas
    }
    // What was pressed on the map is a click there, or moves it.
    const letGo = (event: PointerEvent): void => {
      if (!pressed && document.elementFromPoint(event.clientX, event.clientY) === canvas) tool.place(under(event))
    }
    const click = ({ lngLat }: MapMouseEvent): void => tool.place([lngLat.lng, lngLat.lat])
    const moved = (event: { readonly originalEvent?: unknown }): void => {
      if (!(event.originalEvent instanceof PointerEvent || event.originalEvent instanceof MouseEvent)) {
        if (document.activeElement === canvas) next(() => tool.follow(middle()))
      }
    }
    const key = (event: KeyboardEvent): void => {
      if (event.isComposing) return
      if (event.key === 'Escape') {
        event.preventDefault()
        event.stopPropagation()
        tool.cancel()
      }
      if (event.key === 'Enter' && event.target === canvas) {
        // Whoever has the map's keys after this does not hear of the same one.
        event.preventDefault()
        event.stopPropagation()
        tool.place(middle())
      }
    }
    canvas.style.cursor = 'crosshair'
    canvas.focus({ preventScroll: true })
    tool.follow(middle())
    window.addEventListener('pointermove', follow)
    window.addEventListener('pointerdown', press)
    window.addEventListener('pointerup', letGo)
    window.addEventListener('keydown', key, { capture: true })
    map.on('click', click)
    map.on('move', moved)
    return () => {
      cancelAnimationFrame(frame)
      canvas.style.cursor = ''
      window.removeEventListener('pointermove', follow)
      window.removeEventListener('pointerdown', press)
      window.removeEventListener('pointerup', letGo)
      window.removeEventListener('keydown', key, { capture: true })
      map.off('click', click)
      map.off('move', moved)
    }
  }, [map, tool])
  return null
}
