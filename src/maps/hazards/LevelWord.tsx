import type { WarningLevel } from '#core/warnings/warnings.ts'
import { useWords } from '#i18n/useWords.ts'
import { levelMark } from '#layers/levelMark.ts'
import { useDisplay } from '#state/display.ts'
import { LegendSwatch } from '#views/layers/LegendSwatch.tsx'
import styles from './LevelWord.module.css'

/** 红 橙 黄 蓝 as shape, colour and word. */
export function LevelWord({ level }: { readonly level: WarningLevel | null }) {
  const { t } = useWords()
  const theme = useDisplay((display) => display.theme)
  return (
    <span className={styles.level}>
      <LegendSwatch entry={levelMark(level, theme)} />
      {t(`hazards.levels.${level ?? 'unknown'}`)}
    </span>
  )
}
