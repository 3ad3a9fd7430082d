import { memo } from 'react'
import type { City } from '#city/CityContext.ts'
import type { MethodFacts } from '#core/indicators/methods/metricMethod.ts'
import type { SubjectOutcome } from '#core/model/evaluation.ts'
import { formatBeside, joinFigure } from '#i18n/formatQuantity.ts'
import type { Words } from '#i18n/useWords.ts'
import { StateSwatch } from '#ui/StateSwatch.tsx'
import listStyles from '../list/List.module.css'
import { exclusionWords } from '../words/reasonWords'
import styles from './SubjectsTable.module.css'
import { subjectValueWords } from './subjectValueWords'

interface Props {
  readonly subject: SubjectOutcome
  readonly name: string | undefined
  /** The method of the metric; null when the catalog does not measure it. */
  readonly method: MethodFacts | null
  /** Square metres that are not covered; null: none. Undefined: no column of them. */
  readonly gap: number | null | undefined
  /** The largest of that column. */
  readonly largest: number
  readonly selected: boolean
  readonly onOpen: (subject: SubjectOutcome) => void
  readonly words: Words
  readonly methods: City['methods']
}

/** One feature behind a metric. There are many: what all share comes from the table. */
export const SubjectLine = memo(function SubjectLine(props: Props) {
  const { subject, name, method, gap, largest, selected, onOpen, words, methods } = props
  const { id, state, value, reason } = subject
  return (
    <tr
      className={`${listStyles.line} ${selected ? listStyles.selected : ''}`}
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
          className={listStyles.name}
          onClick={(event) => {
            event.stopPropagation()
            onOpen(subject)
          }}
        >
          {name ?? id}
        </button>
        {reason && <span className={listStyles.under}>{exclusionWords(reason, words, methods)}</span>}
      </th>
      <td className={listStyles.figure}>{subjectValueWords(value, method, words)}</td>
      {gap !== undefined && (
        <td className={listStyles.figure}>
          {gap !== null && joinFigure(formatBeside(gap, 'm2', largest, words.language))}
        </td>
      )}
    </tr>
  )
})
