import type { AlarmLevel } from '../../core/model/alarmRule'
import { useWords } from '../../i18n/useWords'
import { levelMark } from '../../layers/levelMark'
import { useDisplay } from '../../state/display'
import { LegendSwatch } from '../panels/LegendSwatch'
import styles from './Alarms.module.css'

/** The level of an alarm as shape, colour and word. */
export function AlarmLevelWord({ level }: { readonly level: AlarmLevel }) {
  const { t } = useWords()
  const theme = useDisplay((display) => display.theme)
  return (
    <span className={styles.level}>
      <LegendSwatch entry={levelMark(level, theme)} />
      {t(`sensing.levels.${level}`)}
    </span>
  )
}
