import { memo } from 'react'
import type { Catalog } from '#catalog/schema.ts'
import type { SubjectOutcome } from '#core/model/evaluation.ts'
import type { Words } from '#i18n/useWords.ts'
import { StateSwatch } from '#ui/StateSwatch.tsx'
import { exclusionWords } from '../words/reasonWords'
import styles from './SubjectsTable.module.css'
import { subjectValueWords } from './subjectValueWords'

interface Props {
  readonly subject: SubjectOutcome
  readonly name: string | undefined
  readonly indicator: string
  readonly metric: string
  readonly selected: boolean
  readonly onOpen: (subject: SubjectOutcome) => void
  readonly words: Words
  readonly catalog: Catalog
}

/** One feature behind a metric. There are many: what all share comes from the table. */
export const SubjectLine = memo(function SubjectLine(props: Props) {
  const { subject, name, indicator, metric, selected, onOpen, words, catalog } = props
  const { id, state, value, reason } = subject
  return (
    <tr
      className={`${styles.line} ${selected ? styles.selected : ''}`}
      aria-current={selected ? 'true' : undefined}
      onClick={() => onOpen(subject)}
    >
      <td className={styles.state}>
        <StateSwatch state={state} />
        {words.t(`indicators.states.${state}`)}
      </td>
      <th scope="row">
        <button
          type="button"
          className={styles.name}
          onClick={(event) => {
            event.stopPropagation()
            onOpen(subject)
          }}
        >
          {name ?? id}
        </button>
        {reason && <span className={styles.reason}>{exclusionWords(reason, words)}</span>}
      </th>
      <td className={styles.figure}>{subjectValueWords(value, catalog, indicator, metric, words)}</td>
    </tr>
  )
})
