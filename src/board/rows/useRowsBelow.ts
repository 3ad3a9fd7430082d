import { formatNumber } from '#i18n/formatNumber.ts'
import { useWords } from '#i18n/useWords.ts'
import { known, type LoopFact, PENDING } from '#views/parts/loop.ts'
import { countStars } from './countStars'
import { useRowViews } from './useRowViews'

/** What there is to decide: rows of the standard under four stars. */
export function useRowsBelow(): LoopFact {
  const { t, language } = useWords()
  const { rows, now } = useRowViews()
  return now.evaluation ? known(t('loop.below', { count: formatNumber(countStars(rows).below, language) })) : PENDING
}
