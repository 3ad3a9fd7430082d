import type { CSSProperties } from 'react'
import type { ClockState } from '#core/cases/runClock.ts'
import { useWords } from '#i18n/useWords.ts'
import styles from './CaseLadder.module.css'

interface Props {
  /** Minutes. */
  readonly used: number
  /** Minutes, above 0. */
  readonly limit: number
  readonly state: ClockState
}

/** Time used as a share of the limit: beyond it the bar is full and hatched. */
export function CaseUsedBar({ used, limit, state }: Props) {
  const { t } = useWords()
  const share = Math.min(1, used / limit)
  return (
    <span
      className={styles.bar}
      role="img"
      aria-label={t('desk.ladder.bar', { percent: Math.round((used / limit) * 100) })}
      data-state={state}
      style={{ '--share': `${share * 100}%` } as CSSProperties}
    >
      <span className={styles.fill} />
    </span>
  )
}
