import type { CaseClock } from '#core/cases/caseClock.ts'
import type { ClockState, RunningClock } from '#core/cases/runClock.ts'
import { formatTime } from '#i18n/formatTime.ts'
import { useWords } from '#i18n/useWords.ts'
import { CaseClockBadge } from './CaseClockBadge'
import styles from './CaseDetail.module.css'
import { minutesWords } from './caseWords'

interface Props {
  readonly clock: CaseClock
  readonly now: number
  /** The catalog sets limits for these cases. */
  readonly defined: boolean
}

/** How much time is left, large: at the present stage and for the whole case, the more pressing first. */
export function CaseStanding({ clock, now, defined }: Props) {
  const { t } = useWords()
  const { current, whole } = clock
  const closed = whole !== null && whole.ended !== null
  const lines = [
    ...(current ? [{ part: 'stage' as const, run: current }] : []),
    ...(whole && !closed ? [{ part: 'whole' as const, run: whole }] : []),
  ].sort((a, b) => (a.run.remaining ?? Infinity) - (b.run.remaining ?? Infinity))
  return (
    <section className={styles.standing} aria-label={t('desk.clock.title')}>
      {closed && <ClosedIn run={whole} />}
      {lines.map(({ part, run }) => (
        <TimeLeft key={part} part={part} run={run} now={now} />
      ))}
      <p className={styles.caption}>
        {!defined && !whole?.given
          ? t('desk.clock.noDefinition')
          : t(`desk.clock.${clock.roundTheClock ? 'round' : 'working'}`)}
      </p>
    </section>
  )
}

interface LineProps {
  readonly part: 'stage' | 'whole'
  readonly run: RunningClock
  readonly now: number
}

const withoutDue = (state: ClockState) => {
  if (state === 'suspended') return 'desk.clock.dueOpen'
  return state === 'ahead' ? 'desk.clock.ahead' : 'desk.clock.noLimit'
}

function TimeLeft({ part, run, now }: LineProps) {
  const { t, language } = useWords()
  const { remaining, state, due } = run
  const label = state === 'suspended' ? 'Paused' : state === 'overdue' ? 'Over' : ''
  return (
    <div className={styles.left}>
      <span className={styles.leftLabel}>{t(`desk.clock.${part}${label}`)}</span>
      <span className={styles.leftFigure} data-state={state}>
        {remaining === null ? '—' : minutesWords(remaining, t)}
      </span>
      <span className={styles.leftFoot}>
        <CaseClockBadge state={state} ended={false} whole={part === 'whole'} />
        <span>
          {due !== null ? t('desk.clock.due', { time: formatTime(due, language, now) }) : t(withoutDue(state))}
        </span>
      </span>
    </div>
  )
}

function ClosedIn({ run }: { readonly run: RunningClock }) {
  const { t } = useWords()
  return (
    <div className={styles.left}>
      <span className={styles.leftFigure} data-state={run.state}>
        {t('desk.clock.closedIn', { used: minutesWords(run.used, t) })}
      </span>
      <span className={styles.leftFoot}>
        <CaseClockBadge state={run.state} ended whole />
        {run.limit !== null && <span>{t('desk.clock.closedOf', { limit: minutesWords(run.limit, t) })}</span>}
      </span>
    </div>
  )
}
