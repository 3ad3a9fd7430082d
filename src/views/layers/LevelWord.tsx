import type { AlarmLevel } from '#core/model/feedDefinitions.ts'
import { useWords } from '#i18n/useWords.ts'
import { levelMark } from '#layers/levelMark.ts'
import { useDisplay } from '#state/display.ts'
import { LegendSwatch } from './LegendSwatch'
import styles from './LevelWord.module.css'

/** 红 橙 黄 蓝 of a warning, an alarm or a risk as shape, colour and word; null: of no known level. */
export function LevelWord({ level }: { readonly level: AlarmLevel | null }) {
  const { t } = useWords()
  const theme = useDisplay((display) => display.theme)
  return (
    <span className={styles.level}>
      <LegendSwatch entry={levelMark(level, theme)} />
      {t(`shell.levels.${level ?? 'unknown'}`)}
    </span>
  )
}
