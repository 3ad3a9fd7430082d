import { useWords } from '#i18n/useWords.ts'
import type { SubjectState } from '#layers/coverageStyles.ts'
import { StateSwatch } from '#ui/StateSwatch.tsx'
import listStyles from '../list/List.module.css'
import styles from './SubjectsTable.module.css'

const STATES = ['uncovered', 'covered', 'excluded'] as const

interface Props {
  readonly counts: Readonly<Record<SubjectState, number>>
  readonly total: number
  /** Null: all. */
  readonly chosen: SubjectState | null
  readonly onChoose: (state: SubjectState | null) => void
}

/** How many features are in which state, with the marks of the map; each is a filter. */
export function SubjectFilter({ counts, total, chosen, onChoose }: Props) {
  const { t } = useWords()
  return (
    <fieldset className={listStyles.filters}>
      <legend className="visually-hidden">{t('indicators.subjects.state')}</legend>
      <button type="button" className={styles.option} aria-pressed={chosen === null} onClick={() => onChoose(null)}>
        {t('indicators.inspector.all')} <span className={styles.count}>{total}</span>
      </button>
      {STATES.map((state) => (
        <button
          key={state}
          type="button"
          className={styles.option}
          aria-pressed={chosen === state}
          disabled={counts[state] === 0}
          onClick={() => onChoose(state)}
        >
          <StateSwatch state={state} />
          {t(`indicators.states.${state}`)} <span className={styles.count}>{counts[state]}</span>
        </button>
      ))}
    </fieldset>
  )
}
