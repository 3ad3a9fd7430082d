import { useCity } from '#city/CityContext.ts'
import { useWords } from '#i18n/useWords.ts'
import { setView, useView } from '#state/view.ts'
import { byCategory, type RowView } from '../rows/rowView'
import styles from './BoardControls.module.css'
import { BOARD_SORTS, type BoardFilter, type BoardSort } from './boardRows'

interface Props {
  readonly rows: readonly RowView[]
  readonly sort: BoardSort
  readonly onSort: (sort: BoardSort) => void
  readonly filter: BoardFilter
  readonly onFilter: (filter: BoardFilter) => void
}

/** Text, category, lens and order of the board. The lens is the page's: the map's layers follow it too. */
export function BoardControls({ rows, sort, onSort, filter, onFilter }: Props) {
  const { catalog } = useCity()
  const { t, say } = useWords()
  const lens = useView((view) => view.lens)
  const categories = byCategory(rows).flatMap(([first]) => (first ? [first.row.category] : []))
  return (
    <div className={styles.controls}>
      <input
        type="search"
        className={styles.text}
        value={filter.text}
        placeholder={t('indicators.filter.textHint')}
        aria-label={t('indicators.filter.text')}
        onChange={(event) => onFilter({ ...filter, text: event.target.value })}
      />
      <select
        className={styles.choice}
        aria-label={t('indicators.filter.category')}
        value={filter.category ?? ''}
        onChange={(event) => onFilter({ ...filter, category: event.target.value || null })}
      >
        <option value="">{t('indicators.filter.allCategories')}</option>
        {categories.map((category) => (
          <option key={category.zh} value={category.zh}>
            {say(category)}
          </option>
        ))}
      </select>
      <select
        className={styles.choice}
        aria-label={t('indicators.filter.lens')}
        value={lens ?? ''}
        onChange={(event) => setView({ lens: event.target.value || null })}
      >
        <option value="">{t('indicators.filter.allLenses')}</option>
        {catalog.lenses.map(({ id, title }) => (
          <option key={id} value={id}>
            {say(title)}
          </option>
        ))}
      </select>
      <select
        className={styles.choice}
        aria-label={t('indicators.sort.label')}
        value={sort}
        onChange={(event) => onSort(BOARD_SORTS.find((id) => id === event.target.value) ?? 'order')}
      >
        {BOARD_SORTS.map((id) => (
          <option key={id} value={id}>
            {t(`indicators.sort.${id}`)}
          </option>
        ))}
      </select>
    </div>
  )
}
