import { useMemo } from 'react'
import { useView } from '../../state/view'
import { useCity } from '../data/CityContext'
import { type EvaluationView, useEvaluation } from '../data/useEvaluation'
import { type RowView, rowViews } from './rowView'

export interface RowsNow {
  readonly rows: readonly RowView[]
  readonly now: EvaluationView
}

/** The rows of the standard as they stand in the scope on show. */
export function useRowViews(): RowsNow {
  const { standard } = useCity()
  const now = useEvaluation(useView((view) => view.scope))
  const rows = useMemo(() => rowViews(standard, now.evaluation), [standard, now.evaluation])
  return { rows, now }
}
