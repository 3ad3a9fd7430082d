import { useWords } from '../../i18n/useWords'
import type { EvaluationView } from '../data/useEvaluation'
import styles from './EvaluationNotice.module.css'

/** What keeps the numbers from being complete: loading with progress, computing again, failing and what is still true. */
export function EvaluationNotice({ now }: { readonly now: EvaluationView }) {
  const { t } = useWords()
  const { evaluation, busy, fault, feeds, rows } = now
  const lines: string[] = []
  if (fault !== null) {
    lines.push(t('indicators.failed', { why: fault }))
    lines.push(evaluation ? t('indicators.failedStill') : t('indicators.failedNothing'))
  } else if (busy && !feeds.settled) {
    lines.push(t('indicators.computingFeeds', { done: feeds.loaded + feeds.failed, of: feeds.total }))
  } else if (busy && evaluation) {
    lines.push(t('indicators.recomputing'))
  } else if (busy) {
    lines.push(
      rows.of > 0 ? t('indicators.computingRows', { done: rows.done, of: rows.of }) : t('indicators.computing'),
    )
  }
  if (feeds.settled && feeds.failed > 0) lines.push(t('indicators.feedsFailed', { count: feeds.failed }))
  return (
    <div className={`${styles.notice} ${fault === null ? '' : styles.failing}`} role="status">
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </div>
  )
}
