import { useCallback, useMemo } from 'react'
import { useOpenedCity } from '#city/CityContext.ts'
import { useSettledFeeds } from '#city/useSettledFeeds.ts'
import type { IndicatorResult } from '#core/model/evaluation.ts'
import type { StandardRow } from '#core/model/standard.ts'
import { type Edit, NOW, type World } from '#core/model/world.ts'
import { openScenarioOf, useScenarios } from '#state/scenarios.ts'
import { useView } from '#state/view.ts'
import { useEditFaults } from './editFaults'
import { useLatest } from './useLatest'

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

/** Ids of the rows that rest on a feed of the edits. */
export function rowsConcerned(
  edits: readonly Edit[],
  feedsByIndicator: Readonly<Record<string, readonly string[]>>,
): readonly string[] {
  const feeds = new Set(edits.map(({ feed }) => feed))
  return Object.entries(feedsByIndicator).flatMap(([row, needs]) =>
    needs.some((feed) => feeds.has(feed)) ? [row] : [],
  )
}

/** What the open scenario, with what is being tried, changes in the rows of the standard; it follows while one drags. */
export function useImpact(): Impact {
  const { host, standard, feedsByIndicator } = useOpenedCity()
  const scenario = useScenarios(openScenarioOf)
  const trial = useScenarios((state) => state.trial)
  const scope = useView((view) => view.scope)
  const faults = useEditFaults((state) => state.faults)
  const edits = useMemo(() => {
    const refused = new Set(faults.map(({ number }) => number))
    const sound = scenario?.edits.filter((_, at) => !refused.has(at + 1)) ?? []
    return trial ? [...sound, trial] : sound
  }, [scenario, trial, faults])
  const key = rowsConcerned(edits, feedsByIndicator).join('\n')
  const only = useMemo(() => (key === '' ? [] : key.split('\n')), [key])
  const feeds = useMemo(
    () => [...new Set(only.flatMap((row) => feedsByIndicator[row] ?? []))],
    [only, feedsByIndicator],
  )
  const { settled, stamp } = useSettledFeeds(feeds)
  const ready = settled && only.length > 0
  const ask = useCallback(
    async (world: World) => {
      const { indicators } = await host.evaluate(world, { scope, only })
      return new Map(indicators.map((result) => [result.id, result]))
    },
    [host, scope, only],
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: another reading is another question
  const before = useLatest(useMemo(() => (ready ? () => ask(NOW) : null), [ready, ask, stamp]))
  const after = useLatest(
    // biome-ignore lint/correctness/useExhaustiveDependencies: another reading is another question
    useMemo(
      () => (ready ? () => ask({ kind: 'plan', base: NOW, title: '', edits }) : null),
      [ready, ask, edits, stamp],
    ),
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
    rows: only.length === 0 ? [] : rows,
    busy: (only.length > 0 && !settled) || before.busy || after.busy,
    fault: before.fault ?? after.fault,
  }
}
