import { useMemo } from 'react'
import { useOpenedCity } from '#city/CityContext.ts'
import { useLatest } from '#city/useLatest.ts'
import type { IndicatorResult } from '#core/model/evaluation.ts'
import type { StandardRow } from '#core/model/standard.ts'
import { NOW } from '#core/model/world.ts'
import { type Scenario, useScenarios } from '#state/scenarios.ts'
import { faultsOf, soundEdits, useEditFaults } from './editFaults'
import { useConcerned } from './useConcerned'

/** A row that edits have to do with, as it is and as it would be. */
export interface RowImpact {
  readonly row: StandardRow
  readonly before: IndicatorResult
  readonly after: IndicatorResult
}

export interface Impact {
  /** In the order of the standard; null before the first answer. */
  readonly rows: readonly RowImpact[] | null
  readonly busy: boolean
  readonly fault: string | null
}

/** What a scenario, with what is being tried, changes in the rows of the standard; it follows while one drags. */
export function useImpact(scenario: Scenario): Impact {
  const { standard } = useOpenedCity()
  const trial = useScenarios((state) => state.trial)
  const faults = useEditFaults((state) => faultsOf(scenario.edits, state))
  const edits = useMemo(() => {
    const sound = soundEdits(scenario.edits, faults)
    return trial ? [...sound, trial] : sound
  }, [scenario.edits, trial, faults])
  const concerned = useConcerned(edits)
  const resultsIn = concerned.rows.length > 0 ? concerned.resultsIn : null
  const before = useLatest(useMemo(() => resultsIn && (() => resultsIn(NOW)), [resultsIn]))
  const after = useLatest(
    useMemo(() => resultsIn && (() => resultsIn({ kind: 'plan', base: NOW, title: '', edits })), [resultsIn, edits]),
  )
  const rows = useMemo(() => {
    if (!before.answer || !after.answer) return null
    return [...standard.rows]
      .sort((a, b) => a.order - b.order)
      .flatMap((row): RowImpact[] => {
        const was = before.answer?.get(row.id)
        const is = after.answer?.get(row.id)
        return was && is ? [{ row, before: was, after: is }] : []
      })
  }, [standard, before.answer, after.answer])
  return {
    rows: concerned.rows.length === 0 ? [] : rows,
    busy: (concerned.rows.length > 0 && !concerned.resultsIn) || before.busy || after.busy,
    fault: before.fault ?? after.fault,
  }
}
