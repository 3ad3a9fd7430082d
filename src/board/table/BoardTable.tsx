import { memo } from 'react'
import { useNow } from '#city/useNow.ts'
import { useWords } from '#i18n/useWords.ts'
import { useView } from '#state/view.ts'
import { countStars } from '../rows/countStars'
import { byCategory, type RowView } from '../rows/rowView'
import { BoardRow } from './BoardRow'
import styles from './BoardTable.module.css'
import { useRovingFocus } from './useRovingFocus'

interface Props {
  readonly rows: readonly RowView[]
  /** Rows of the standard, listed or not: how far a category is does not follow what is looked for. */
  readonly all: readonly RowView[]
  /** Under the names of their categories. */
  readonly grouped: boolean
}

/** The rows as a table; arrow keys move between rows, Enter opens one. Feeds coming in do not draw it again. */
export const BoardTable = memo(function BoardTable({ rows, all, grouped }: Props) {
  const { t, say } = useWords()
  const open = useView((view) => view.indicator)
  const roving = useRovingFocus(rows.map(({ row }) => row.id))
  const now = useNow()
  const groups = grouped ? byCategory(rows) : [rows]
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t('indicators.columns.star')}</th>
          <th scope="col">
            {t('indicators.columns.name')} · {t('indicators.columns.next')}
          </th>
          <th scope="col" className={styles.figure}>
            {t('indicators.columns.value')}
            <span className={styles.sub}>{t('indicators.columns.fraction')}</span>
          </th>
          <th scope="col" className={styles.units}>
            {t('indicators.columns.units')}
          </th>
          <th scope="col" className={styles.known}>
            {t('indicators.columns.known')}
            <span className={styles.sub}>{t('indicators.columns.time')}</span>
          </th>
        </tr>
      </thead>
      {groups.map((group) => (
        <tbody key={group[0]?.row.id}>
          {grouped && group[0] && (
            <tr className={styles.group}>
              <th scope="rowgroup" colSpan={5}>
                {say(group[0].row.category)}{' '}
                <Reached
                  group={all.filter(({ row }) => row.category.zh === group[0]?.row.category.zh)}
                  listed={group.length}
                />
              </th>
            </tr>
          )}
          {group.map((view) => (
            <BoardRow
              key={view.row.id}
              view={view}
              open={view.row.id === open}
              now={now}
              tabIndex={roving.tabIndex(view.row.id)}
              items={roving.items}
            />
          ))}
        </tbody>
      ))}
    </table>
  )
})

interface ReachedProps {
  readonly group: readonly RowView[]
  /** How many of them are listed. */
  readonly listed: number
}

/** How many of a category are at four stars, of all its rows; and how many are listed, where that is fewer. */
function Reached({ group, listed }: ReachedProps) {
  const { t } = useWords()
  const { four, starRows, pending } = countStars(group)
  return (
    <span className={styles.reached}>
      {pending === starRows ? '—' : four}/{starRows}
      {listed < group.length && ` · ${t('indicators.filter.listed', { count: listed })}`}
    </span>
  )
}
