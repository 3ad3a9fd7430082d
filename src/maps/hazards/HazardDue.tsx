import { daysLeft, RECTIFIED } from '#core/hazards/hazards.ts'
import { parseTime } from '#core/model/parseTime.ts'
import { formatSpan } from '#i18n/formatSpan.ts'
import { formatDataTime } from '#i18n/formatTime.ts'
import { useWords } from '#i18n/useWords.ts'
import { Badge } from '#ui/Badge.tsx'
import styles from './Detail.module.css'

const DAY = 86_400_000

interface Props {
  readonly due: unknown
  readonly state: unknown
  readonly now: number
}

/** Until when a hazard is to be put right, and the days left or gone over. */
export function HazardDue({ due, state, now }: Props) {
  const { t, language } = useWords()
  const time = parseTime(due)
  const days = daysLeft(due, now)
  if (time === null || days === null) return <span>{t('hazards.hazard.noDue')}</span>
  const span = formatSpan(Math.abs(days) * DAY, language)
  return (
    <span className={styles.due}>
      {formatDataTime(time, language, now)}
      {state === RECTIFIED ? (
        <Badge tone="good">{t('hazards.hazard.done')}</Badge>
      ) : days < 0 ? (
        <Badge tone="bad">{t('hazards.hazard.overdue', { span })}</Badge>
      ) : (
        <Badge>{days === 0 ? t('hazards.hazard.today') : t('hazards.hazard.left', { span })}</Badge>
      )}
    </span>
  )
}
