import { type EvaluationProgress, useEvaluationProgress } from '#city/evaluationProgress.ts'
import type { EvaluationView } from '#city/useEvaluation.ts'
import { useWords, type Words } from '#i18n/useWords.ts'
import { useView } from '#state/view.ts'
import { Button } from '#ui/Button.tsx'
import { JobProgress } from '../robustness/JobProgress'
import styles from './EvaluationNotice.module.css'

/**
 * What keeps the numbers from being complete: loading with progress, computing again, stopped by the user, failing and
 * what is still true. At a desk a computation can be stopped; a wall nobody touches is left alone.
 */
export function EvaluationNotice({ now }: { readonly now: EvaluationView }) {
  const words = useWords()
  const { t } = words
  const wall = useView((view) => view.workspace === 'screen')
  const done = useEvaluationProgress((run) => run.done)
  const of = useEvaluationProgress((run) => run.of)
  const rows = { done, of }
  const { fault, busy, stopped, feeds } = now
  const computing = busy && feeds.settled && fault === null
  return (
    <div className={`${styles.notice} ${fault === null ? '' : styles.failing}`}>
      <div role="status">
        {linesOf(now, rows, words, wall).map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
      {computing && !wall && (
        <div className={styles.late}>
          <JobProgress
            done={rows.done}
            of={rows.of}
            label={rows.of > 0 ? t('robustness.job.rows', rows) : t('robustness.job.waiting')}
            onCancel={now.cancel}
          />
        </div>
      )}
      {stopped && (
        <Button icon="refresh" onClick={now.again}>
          {t('robustness.job.again')}
        </Button>
      )}
    </div>
  )
}

/** `counted`: how far it has come is said here, for there is no bar. */
function linesOf(now: EvaluationView, rows: EvaluationProgress, { t }: Words, counted: boolean): readonly string[] {
  const { evaluation, busy, stopped, fault, feeds } = now
  const lines: string[] = []
  if (fault !== null) {
    lines.push(t('indicators.failed', { why: fault }))
    lines.push(evaluation ? t('indicators.failedStill') : t('indicators.failedNothing'))
  } else if (stopped) {
    lines.push(evaluation ? t('robustness.job.stopped') : t('robustness.job.stoppedNothing'))
  } else if (busy && !feeds.settled) {
    lines.push(t('indicators.computingFeeds', { done: feeds.loaded + feeds.unreadable.length, of: feeds.total }))
  } else if (busy && evaluation) {
    lines.push(t('indicators.recomputing'))
  } else if (busy) {
    lines.push(
      counted && rows.of > 0
        ? t('indicators.computingRows', { done: rows.done, of: rows.of })
        : t('indicators.computing'),
    )
  }
  if (feeds.settled && feeds.unreadable.length > 0)
    lines.push(t('indicators.feedsFailed', { count: feeds.unreadable.length }))
  return lines
}
