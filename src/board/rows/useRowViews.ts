import { useDeferredValue, useMemo } from 'react'
import { useCity } from '#city/CityContext.ts'
import { type EvaluationView, useEvaluation } from '#city/useEvaluation.ts'
import { useView } from '#state/view.ts'
import { type RowView, rowViews } from './rowView'
import { useRowFreshness } from './useRowFreshness'

export interface RowsNow {
  readonly rows: readonly RowView[]
  readonly now: EvaluationView
}

/**
 * The rows of the standard as they stand in the scope on show. A new result is drawn in slices, between which the page
 * answers; until it is on show the view stays busy, and the former rows stay.
 */
export function useRowViews(): RowsNow {
  const { standard } = useCity()
  const now = useEvaluation(useView((view) => view.scope))
  const evaluation = useDeferredValue(now.evaluation)
  const freshness = useRowFreshness()
  const rows = useMemo(() => rowViews(standard, evaluation, freshness), [standard, evaluation, freshness])
  return { rows, now: evaluation === now.evaluation ? now : { ...now, evaluation, busy: true } }
}
