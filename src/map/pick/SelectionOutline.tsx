import { useEffect } from 'react'
import { SELECTED_STATE } from '#layers/highlightStyle.ts'
import { selectedRefs, useSelection } from '#state/selection.ts'
import { useLivingMap } from '../MapContext'
import { flagFeature, type Pickable } from './pickableLayers'

/** Outlines a selected gap or mark, or all that a stack offers, where it is drawn. One feature of a feed has a mark of its own. */
export function SelectionOutline({ pickable }: { pickable: Pickable }) {
  const { map, epoch } = useLivingMap()
  const selection = useSelection((state) => state.selection)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a style made anew has lost its states
  useEffect(() => {
    const refs = selection.kind === 'feature' ? [] : selectedRefs(selection)
    for (const ref of refs) flagFeature(map, pickable, ref, SELECTED_STATE, true)
    return () => {
      if (map.style) for (const ref of refs) flagFeature(map, pickable, ref, SELECTED_STATE, false)
    }
  }, [map, epoch, pickable, selection])
  return null
}
