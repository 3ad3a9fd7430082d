import { useEffect } from 'react'
import { MARK_STATE } from '../../layers/coverageMarks'
import type { MapMarks } from '../../state/marks'
import { useLivingMap } from '../MapContext'

interface SubjectStatesProps {
  readonly marks: MapMarks | null
  /** Whether the marked feed has a source yet. */
  readonly present: boolean
}

/** Writes the outcome of every marked subject into its feature-state, and takes it away again. */
export function SubjectStates({ marks, present }: SubjectStatesProps) {
  const { map, epoch } = useLivingMap()
  // biome-ignore lint/correctness/useExhaustiveDependencies: a style made anew has lost its states
  useEffect(() => {
    if (!marks || !present || !map.getSource(marks.feed)) return
    const { feed: source, states } = marks
    for (const [id, mark] of states) map.setFeatureState({ source, id }, { [MARK_STATE]: mark })
    return () => {
      if (!map.style || !map.getSource(source)) return
      for (const id of states.keys()) map.removeFeatureState({ source, id }, MARK_STATE)
    }
  }, [map, epoch, marks, present])
  return null
}
