import { useRobustness } from '#city/useRobustness.ts'
import type { StandardRow } from '#core/model/standard.ts'
import type { NothingToSweep, Robustness as Swept } from '#core/robustness/robustness.ts'
import { useWords, type Words } from '#i18n/useWords.ts'
import { Button } from '#ui/Button.tsx'
import { OpenedOnDemand } from '../inspector/OpenedOnDemand'
import { JobProgress } from './JobProgress'
import styles from './Robustness.module.css'
import { RobustnessFindings } from './RobustnessFindings'

interface Props {
  readonly row: StandardRow
  readonly scope: string | null
}

/** How firmly the star of a row stands while what the standard leaves open is varied; computed once it is opened. */
export function Robustness({ row, scope }: Props) {
  const { t } = useWords()
  return (
    <OpenedOnDemand title={t('robustness.title')} about={t('robustness.about')}>
      <Sweep row={row} scope={scope} />
    </OpenedOnDemand>
  )
}

function Sweep({ row, scope }: Props) {
  const words = useWords()
  const { t } = words
  const { view, cancel, again } = useRobustness(row.id, scope)
  switch (view.kind) {
    case 'loading':
      return <JobProgress done={view.done} of={view.of} label={t('robustness.job.feeds', view)} />
    case 'running': {
      const label = view.of > 0 ? t('robustness.job.settings', view) : t('robustness.job.waiting')
      return <JobProgress done={view.done} of={view.of} label={label} onCancel={cancel} />
    }
    case 'cancelled':
      return <Ended text={t('robustness.cancelled')} onAgain={again} />
    case 'failed':
      return <Ended text={t('robustness.failed', { why: view.why })} failing onAgain={again} />
    case 'done':
      return <Answer row={row} robustness={view.robustness} words={words} />
  }
}

interface EndedProps {
  readonly text: string
  readonly failing?: boolean
  readonly onAgain: () => void
}

/** No answer, and the way to one. */
function Ended({ text, failing = false, onAgain }: EndedProps) {
  const { t } = useWords()
  return (
    <div className={failing ? styles.failing : styles.ended}>
      <p role={failing ? 'alert' : 'status'}>{text}</p>
      <Button icon="refresh" onClick={onAgain}>
        {t('robustness.job.again')}
      </Button>
    </div>
  )
}

interface AnswerProps {
  readonly row: StandardRow
  readonly robustness: Swept
  readonly words: Words
}

function Answer({ row, robustness, words }: AnswerProps) {
  switch (robustness.kind) {
    case 'nothing-to-sweep':
      return <p className={styles.quiet}>{nothingWords(robustness.reason, words)}</p>
    case 'unknown-now':
      return <p className={styles.quiet}>{words.t('robustness.unknownNow')}</p>
    case 'swept':
      return <RobustnessFindings row={row} swept={robustness} />
  }
}

function nothingWords(reason: NothingToSweep, { t }: Words): string {
  switch (reason) {
    case 'reported':
      return t('robustness.nothing.reported')
    case 'checklist':
      return t('robustness.nothing.checklist')
    case 'deduction':
      return t('robustness.nothing.deduction')
    case 'no-axis':
      return t('robustness.nothing.noAxis')
  }
}
