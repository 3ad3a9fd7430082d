import { useDeferredValue, useMemo } from 'react'
import { useCity } from '#city/CityContext.ts'
import { type EvaluationView, useEvaluation } from '#city/useEvaluation.ts'
import { type Freshness, leastFresh } from '#core/model/time.ts'
import { formatNumber } from '#i18n/formatNumber.ts'
import { useWords } from '#i18n/useWords.ts'
import { useView } from '#state/view.ts'
import { useFeedStandings } from '#views/health/useFeedStandings.ts'
import { known, type LoopFact, PENDING } from '#views/parts/loop.ts'
import { countStars } from './countStars'
import { type RowView, rowViews } from './rowView'

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

/**
 * Rows computed from at least one feed that is not live, with the least fresh of their feeds; feeds not read yet count
 * for nothing. The same map until the freshness of one of its feeds changes.
 */
function useRowFreshness(): ReadonlyMap<string, Freshness> {
  const { feedsByIndicator } = useCity()
  const aged = useFeedStandings().filter(({ freshness }) => freshness !== null && freshness !== 'live')
  const key = JSON.stringify(aged.map(({ feed, freshness }) => [feed.id, freshness]))
  return useMemo(() => {
    const byFeed = new Map<string, Freshness>(JSON.parse(key))
    const rows = Object.entries(feedsByIndicator).map(
      ([row, feeds]) => [row, leastFresh(feeds.map((feed) => byFeed.get(feed) ?? 'live'))] as const,
    )
    return new Map(rows.filter(([, freshness]) => freshness !== 'live'))
  }, [feedsByIndicator, key])
}

/** What there is to decide: rows of the standard under four stars. */
export function useRowsBelow(): LoopFact {
  const { t, language } = useWords()
  const { rows, now } = useRowViews()
  if (!now.evaluation) return PENDING
  const { below, unknown, old } = countStars(rows)
  // None below is only said where every row is known.
  const [word, count] =
    below === 0 && unknown + old > 0 ? (['loop.unknown', unknown + old] as const) : (['loop.below', below] as const)
  return known(t(word, { count: formatNumber(count, language) }))
}
