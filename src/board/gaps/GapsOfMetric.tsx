import { useWords } from '#i18n/useWords.ts'
import { Button } from '#ui/Button.tsx'
import { State } from '#ui/State.tsx'
import { Waiting } from '#ui/Waiting.tsx'
import { useFailureWords } from '../inspector/useNames'
import listStyles from '../list/List.module.css'
import { JobProgress } from '../robustness/JobProgress'
import { GapTable } from './GapTable'
import { GapTotals } from './GapTotals'
import { useListed } from './listedGaps'
import { useGapList } from './useGapList'

interface Props {
  readonly indicator: string
  readonly metric: string
  readonly scope: string | null
}

/** The gaps of a metric, worked out while one sees how far that has come, or why there is none. */
export function GapsOfMetric({ indicator, metric, scope }: Props) {
  const { t } = useWords()
  const failure = useFailureWords(indicator)
  const { answer, busy, fault, progress, stopped, stop, again } = useGapList(indicator, metric, scope)
  useListed(answer ?? null)
  if (answer) {
    return (
      <>
        <GapTotals list={answer} />
        {busy && (
          <p role="status" className={listStyles.quiet}>
            {t('gaps.loading')}
          </p>
        )}
        {answer.gaps.length > 0 && <GapTable list={answer} scope={scope} />}
      </>
    )
  }
  if (fault !== null || stopped) {
    return (
      <State
        kind={stopped ? 'choose' : 'failing'}
        title={stopped ? t('gaps.stopped') : t('gaps.failed', { why: failure(fault ?? '') })}
      >
        {!stopped && <p>{t('gaps.failedHint')}</p>}
        <Button icon="refresh" onClick={again}>
          {t('robustness.job.again')}
        </Button>
      </State>
    )
  }
  return progress.of > 0 ? (
    <JobProgress {...progress} label={t('gaps.progress', progress)} onCancel={stop} />
  ) : (
    <Waiting lines={4} label={t('gaps.loading')} />
  )
}
