import { useWords } from '#i18n/useWords.ts'
import type { StarLevel } from '#ui/StarMeter.tsx'
import { levelWords } from './resultWords'
import styles from './ScenarioPanel.module.css'

interface Props {
  /** Null: cannot be compared. */
  readonly gained: number | null
  /** Where it stands now. */
  readonly level: StarLevel
}

/** Says a star won or lost, by arrow and word; nothing where it stands. */
export function StarsGained({ gained, level }: Props) {
  const words = useWords()
  if (gained === null || gained === 0) return null
  return (
    <span className={gained > 0 ? styles.better : styles.worse}>
      {gained > 0 ? '▲ ' : '▼ '}
      {words.t(gained > 0 ? 'scenarios.starUp' : 'scenarios.starDown', { star: levelWords(level, words) })}
    </span>
  )
}
