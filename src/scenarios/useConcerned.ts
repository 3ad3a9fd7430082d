import { useCallback, useMemo } from 'react'
import { useOpenedCity } from '#city/CityContext.ts'
import { useSettledFeeds } from '#city/useSettledFeeds.ts'
import { useSlowed } from '#city/useSlowed.ts'
import type { IndicatorResult } from '#core/model/evaluation.ts'
import type { Edit, World } from '#core/model/world.ts'
import { useView } from '#state/view.ts'

/** A live feed changes every second; rows that rest on it are asked about again at most this often. */
const AGAIN_MS = 10_000

export type Results = ReadonlyMap<string, IndicatorResult>

interface Concerned {
  /** Ids of the rows that rest on a feed of the edits. */
  readonly rows: readonly string[]
  /** Their results in a world, in the scope on show; another function when they may be others. Null until their feeds have settled. */
  readonly resultsIn: ((world: World) => Promise<Results>) | null
}

/** The rows that edits have to do with. */
export function useConcerned(edits: readonly Edit[]): Concerned {
  const { host, feedsByIndicator } = useOpenedCity()
  const scope = useView((view) => view.scope)
  const key = rowsConcerned(edits, feedsByIndicator).join('\n')
  const rows = useMemo(() => (key === '' ? [] : key.split('\n')), [key])
  const feeds = useMemo(
    () => [...new Set(rows.flatMap((row) => feedsByIndicator[row] ?? []))],
    [rows, feedsByIndicator],
  )
  const { settled, readings, revisions } = useSettledFeeds(feeds)
  const changes = useSlowed(revisions, AGAIN_MS)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another reading is another question
  const resultsIn = useCallback(
    async (world: World): Promise<Results> => {
      const { indicators } = await host.evaluate(world, { scope, only: rows })
      return new Map(indicators.map((result) => [result.id, result]))
    },
    [host, scope, rows, readings, changes],
  )
  return { rows, resultsIn: settled ? resultsIn : null }
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
