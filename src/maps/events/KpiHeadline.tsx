import type { CaseKpisAnswer } from '#engine/cases/caseVerbs.ts'
import { formatNumber, formatPercent } from '#i18n/formatNumber.ts'
import { formatTime } from '#i18n/formatTime.ts'
import { useWords } from '#i18n/useWords.ts'
import { Quantity } from '#ui/Quantity.tsx'
import { DoorTo } from '#views/doors/DoorTo.tsx'
import type { Door } from '#views/doors/door.ts'
import { ChangeMark, changeOf } from './ChangeMark'
import styles from './KpiCard.module.css'

interface Props {
  readonly answer: CaseKpisAnswer
  readonly days: number
  readonly now: number
  /** The data is not old: else the rate is the last known one, and is not shown as what is. */
  readonly current: boolean
  readonly door: Door
}

const UNKNOWN = { figure: '—', unit: '' }

/** The rate of closing in time, what it is made of, and how it stands against the period before, in words. */
export function KpiHeadline({ answer, days, now, current, door }: Props) {
  const { t, language } = useWords()
  const { onTime } = answer.all.now
  const figure = onTime.value === null ? UNKNOWN : percent(onTime.value)
  return (
    <div className={styles.headline}>
      <p className={styles.rate}>
        <DoorTo door={door}>
          <Quantity value={current ? figure : UNKNOWN} size="headline" stale={!current} />
        </DoorTo>
        <span className={styles.caption}>{t('events.kpis.onTime')}</span>
        {!current && onTime.value !== null && (
          <span>
            {t('cards.lastKnown')} <Quantity value={figure} size="number" stale />
          </span>
        )}
      </p>
      <p className={styles.words}>
        {onTime.value === null
          ? t('events.kpis.none', { days })
          : t('events.kpis.counted', { numerator: onTime.numerator, denominator: onTime.denominator })}
      </p>
      {onTime.value !== null && <p className={styles.words}>{comparison(onTime.value)}</p>}
    </div>
  )

  function percent(ratio: number) {
    return { figure: formatPercent(ratio, language), unit: '%' }
  }

  function comparison(value: number) {
    const { since, previous } = answer
    if (since !== null && since > previous.from) {
      return t('events.kpis.shortBefore', { since: formatTime(since, language, now), days })
    }
    const before = answer.all.before.onTime.value
    if (before === null) return t('events.kpis.noBefore', { days })
    const change = changeOf(value, before)
    const points = formatNumber(Math.abs(value - before) * 100, language, { decimals: 1, fixed: true })
    return (
      <>
        <ChangeMark change={change} /> {t(`events.kpis.${change}`, { days, points })}
      </>
    )
  }
}
