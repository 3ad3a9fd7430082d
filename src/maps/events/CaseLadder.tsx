import type { CaseClock, StageVisit } from '#core/cases/caseClock.ts'
import type { CaseRecord } from '#core/cases/caseRecord.ts'
import { CASE_STAGES, type CaseStage, stageRank } from '#core/cases/stages.ts'
import { formatTime } from '#i18n/formatTime.ts'
import { useWords } from '#i18n/useWords.ts'
import { valueWord } from '#views/facts/propertyWord.ts'
import { CaseClockBadge } from './CaseClockBadge'
import styles from './CaseLadder.module.css'
import { CaseUsedBar } from './CaseUsedBar'
import { minutesWords } from './caseWords'

interface Props {
  readonly record: CaseRecord
  readonly clock: CaseClock
  readonly now: number
}

/** The seven stages in order, each with its stays: time used against the limit, and how it stands. */
export function CaseLadder({ record, clock, now }: Props) {
  const { t, language } = useWords()
  return (
    <section className={styles.frame} aria-label={t('desk.ladder.title')}>
      <h4 className={styles.heading}>{t('desk.ladder.title')}</h4>
      <ol className={styles.ladder}>
        {CASE_STAGES.map((stage) => {
          const visits = clock.visits.filter((visit) => visit.stage === stage)
          const here = record.stage === stage
          return (
            <li
              key={stage}
              className={styles.step}
              data-place={here ? 'here' : stageRank(stage) < stageRank(record.stage) ? 'past' : 'ahead'}
              aria-current={here ? 'step' : undefined}
            >
              <span className={styles.mark} aria-hidden="true" />
              <span className={styles.name}>{valueWord(stage, language)}</span>
              <span className={styles.visits}>
                {visits.map((visit, index) => (
                  <Visit
                    key={`${visit.entered} ${visit.ended}`}
                    visit={visit}
                    nth={visits.length > 1 ? index + 1 : null}
                    now={now}
                  />
                ))}
                {visits.length === 0 && <span className={styles.quiet}>{emptyWords(stage)}</span>}
              </span>
            </li>
          )
        })}
      </ol>
    </section>
  )

  function emptyWords(stage: CaseStage): string {
    if (stage === '结案' && record.closed !== null) {
      return t('desk.ladder.closedAt', { time: formatTime(record.closed, language, now) })
    }
    if (stage === record.stage) return t('desk.ladder.now')
    return t(stageRank(stage) < stageRank(record.stage) ? 'desk.ladder.skipped' : 'desk.ladder.notYet')
  }
}

interface VisitProps {
  readonly visit: StageVisit
  /** Which of several stays at the stage it is, from 1; null for the only one. */
  readonly nth: number | null
  readonly now: number
}

function Visit({ visit, nth, now }: VisitProps) {
  const { t, language } = useWords()
  const { used, limit, state, entered, ended, unit, assumed } = visit
  return (
    <span className={styles.visit}>
      <span className={styles.facts}>
        {nth !== null && <span className={styles.quiet}>{t('desk.ladder.visit', { n: nth })}</span>}
        <span>
          {limit === null
            ? t('desk.ladder.used', { used: minutesWords(used, t) })
            : t('desk.ladder.usedOf', { used: minutesWords(used, t), limit: minutesWords(limit, t) })}
        </span>
        <CaseClockBadge state={state} ended={ended !== null} />
      </span>
      {limit !== null && limit > 0 && <CaseUsedBar used={used} limit={limit} state={state} />}
      <span className={styles.quiet}>
        {[
          t('desk.ladder.since', { time: formatTime(entered, language, now) }),
          ...(unit === null ? [] : [valueWord(unit, language)]),
          ...(assumed ? [t('desk.ladder.assumed')] : []),
        ].join(' · ')}
      </span>
    </span>
  )
}
