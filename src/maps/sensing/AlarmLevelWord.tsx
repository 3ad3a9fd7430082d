import type { AlarmLevel } from '#core/model/feedDefinitions.ts'
import { useWords } from '#i18n/useWords.ts'
import { levelMark } from '#layers/levelMark.ts'
import { useDisplay } from '#state/display.ts'
import { LegendSwatch } from '#views/layers/LegendSwatch.tsx'
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
