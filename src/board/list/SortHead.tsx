import { useWords } from '#i18n/useWords.ts'
import { Icon } from '#ui/Icon.tsx'
import listStyles from './List.module.css'

interface Props<Column extends string> {
  readonly by: Column
  readonly word: string
  readonly figures: boolean
  /** Null: in an order of its own. */
  readonly sort: { readonly by: Column; readonly descending: boolean } | null
  readonly onSort: (sort: { readonly by: Column; readonly descending: boolean }) => void
}

/** A column's head that sorts by it: names from the first, figures from the largest. */
export function SortHead<Column extends string>({ by, word, figures, sort, onSort }: Props<Column>) {
  const { t } = useWords()
  const now = sort?.by === by ? sort : null
  return (
    <th
      scope="col"
      className={figures ? listStyles.figure : undefined}
      aria-sort={now ? (now.descending ? 'descending' : 'ascending') : 'none'}
    >
      <button
        type="button"
        className={listStyles.sort}
        aria-label={t('shell.table.sortBy', { column: word })}
        onClick={() => onSort({ by, descending: now ? !now.descending : figures })}
      >
        {word}
        {now && <Icon name={now.descending ? 'down' : 'up'} />}
      </button>
    </th>
  )
}
