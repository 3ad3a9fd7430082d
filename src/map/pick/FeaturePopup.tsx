import { Popup } from 'maplibre-gl'
import { type ReactNode, useEffect, useState } from 'react'
import { createPortal } from 'react-dom'
import { type MapRef, selectedRefs, useSelection } from '#state/selection.ts'
import { useLivingMap } from '../MapContext'
import styles from './FeaturePopup.module.css'

interface FeaturePopupProps {
  /** What stands in the popup: one thing, or the several of a stack. */
  readonly render: (features: readonly MapRef[]) => ReactNode
}

/** A plain element that the map keeps at the selected place; React fills it. */
export function FeaturePopup({ render }: FeaturePopupProps) {
  const { map } = useLivingMap()
  const selection = useSelection((state) => state.selection)
  const [element] = useState(() => document.createElement('div'))
  const at = selection.kind === 'none' ? null : selection.at
  const [longitude, latitude] = at ?? [null, null]
  useEffect(() => {
    if (longitude === null || latitude === null) return
    const popup = new Popup({
      closeButton: false,
      closeOnClick: false,
      focusAfterOpen: false,
      maxWidth: 'none',
      offset: 14,
      className: styles.popup!,
    })
    popup.setLngLat([longitude, latitude]).setDOMContent(element).addTo(map)
    return () => {
      popup.remove()
    }
  }, [map, element, longitude, latitude])
  if (selection.kind === 'none' || !at) return null
  return createPortal(render(selectedRefs(selection)), element)
}
