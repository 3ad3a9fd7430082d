import { type Map as MapLibreMap, Popup } from 'maplibre-gl'
import { type ReactNode, useEffect, useState } from 'react'
import { createPortal } from 'react-dom'
import { type Extent, type MapRef, selectedRefs, useSelection } from '#state/selection.ts'
import type { Padding } from '../camera/CameraLink'
import { useLivingMap } from '../MapContext'
import styles from './FeaturePopup.module.css'
import { type Box, placePopup } from './placePopup'

/** The ring around what is selected, pixels from its place. */
const RING = 18
const GAP = 6
/** Kept from the panels, pixels. */
const MARGIN = 8

interface FeaturePopupProps {
  /** What stands in the popup: one thing, or the several of a stack; null: nothing, and there is no popup. */
  readonly render: (features: readonly MapRef[]) => ReactNode
  readonly padding: Padding
}

/** A plain element that the map keeps beside the selected place; React fills it. */
export function FeaturePopup({ render, padding }: FeaturePopupProps) {
  const { map } = useLivingMap()
  const selection = useSelection((state) => state.selection)
  const extent = useSelection((state) => state.extent)
  const [element] = useState(() => document.createElement('div'))
  const { top, right, bottom, left } = padding
  const at = selection.kind === 'none' ? null : selection.at
  const content = selection.kind === 'none' || !at ? null : render(selectedRefs(selection))
  const isOpen = content !== null
  const [longitude, latitude] = at ?? [null, null]

  useEffect(() => {
    if (!isOpen || longitude === null || latitude === null) return
    const popup = new Popup({
      closeButton: false,
      closeOnClick: false,
      focusAfterOpen: false,
      maxWidth: 'none',
      className: styles.popup!,
      anchor: 'bottom',
    })
    popup.setLngLat([longitude, latitude]).setDOMContent(element).addTo(map)
    const place = (): void => {
      const { offsetWidth: width, offsetHeight: height } = popup.getElement()
      const about = boxOf(map, [longitude, latitude], extent)
      const { x, y, anchor } = placePopup(about, { width, height }, clearOf(map, { top, right, bottom, left }), GAP)
      popup.options.anchor = anchor
      popup.setLngLat(map.unproject([x, y]))
    }
    place()
    const sizes = new ResizeObserver(place)
    sizes.observe(element)
    map.on('moveend', place)
    return () => {
      map.off('moveend', place)
      sizes.disconnect()
      popup.remove()
    }
  }, [map, element, isOpen, longitude, latitude, extent, top, right, bottom, left])
  return isOpen ? createPortal(content, element) : null
}

/** What of the screen is not to be covered: the ring around the place, and the whole of an area or line. */
function boxOf(map: MapLibreMap, at: readonly [number, number], extent: Extent | null): Box {
  const { x, y } = map.project([...at])
  const ring = { left: x - RING, top: y - RING, right: x + RING, bottom: y + RING }
  if (!extent) return ring
  const [west, south, east, north] = extent
  const corners = [
    [west, south],
    [west, north],
    [east, south],
    [east, north],
  ].map(([longitude = 0, latitude = 0]) => map.project([longitude, latitude]))
  const [xs, ys] = [corners.map((corner) => corner.x), corners.map((corner) => corner.y)]
  return {
    left: Math.min(ring.left, ...xs),
    top: Math.min(ring.top, ...ys),
    right: Math.max(ring.right, ...xs),
    bottom: Math.max(ring.bottom, ...ys),
  }
}

function clearOf(map: MapLibreMap, { top, right, bottom, left }: Padding): Box {
  const { clientWidth, clientHeight } = map.getContainer()
  return {
    left: left + MARGIN,
    top: top + MARGIN,
    right: clientWidth - right - MARGIN,
    bottom: clientHeight - bottom - MARGIN,
  }
}
