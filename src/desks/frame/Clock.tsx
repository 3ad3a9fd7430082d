import { useCity } from '#city/CityContext.ts'
import { useNow } from '#city/useNow.ts'
import { useWords } from '#i18n/useWords.ts'
import styles from './Clock.module.css'
import { shanghaiClock } from './shanghaiClock'

/** The app's time in Asia/Shanghai, whatever the machine's zone; a demonstration clock says that it is one. */
export function Clock() {
  const { demoClock } = useCity()
  const { t, language } = useWords()
  const { date, weekday, time } = shanghaiClock(useNow(1000), language)
  return (
    <p className={styles.clock} role="timer" aria-label={t('shell.clock.label')}>
      {demoClock && <span className={styles.demo}>{t('shell.clock.demo')}</span>}
      <span className={styles.date}>
        {date} {weekday}
      </span>
      <span className={styles.time}>{time}</span>
    </p>
  )
}
