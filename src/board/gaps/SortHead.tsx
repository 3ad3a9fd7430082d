import { useWords } from '#i18n/useWords.ts'
import { Icon } from '#ui/Icon.tsx'
import styles from './Gaps.module.css'

interface Props<Column extends string> {
  readonly by: Column
  readonly word: string
  readonly figures: boolean
  readonly sort: { readonly by: Column; readonly descending: boolean }
  readonly onSort: (sort: { readonly by: Column; readonly descending: boolean }) => void
}

/** A column's head that sorts by it: names from the first, figures from the largest. */
export function SortHead<Column extends string>({ by, word, figures, sort, onSort }: Props<Column>) {
  const { t } = useWords()
  const now = sort.by === by ? sort : null
  return (
    <th
      scope="col"
      className={figures ? styles.figure : undefined}
      aria-sort={now ? (now.descending ? 'descending' : 'ascending') : 'none'}
    >
      <button
        type="button"
        className={styles.sort}
        aria-label={t('shell.table.sortBy', { column: word })}
        onClick={() => onSort({ by, descending: now ? !now.descending : figures })}
      >
        {word}
        {now && <Icon name={now.descending ? 'down' : 'up'} />}
      </button>
    </th>
  )
}
