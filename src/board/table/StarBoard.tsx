import { useMemo, useState } from 'react'
import { lensesOfRow } from '#catalog/lenses.ts'
import { useCity } from '#city/CityContext.ts'
import { useWords } from '#i18n/useWords.ts'
import { showRows, useRowsListed } from '#state/lists.ts'
import { useView } from '#state/view.ts'
import { Button } from '#ui/Button.tsx'
import { countStars } from '../rows/countStars'
import { EvaluationNotice } from '../rows/EvaluationNotice'
import { mostAreUnknown } from '../rows/knownFirst'
import { rowStandingOf, standsAs } from '../rows/rowStanding'
import { useRowViews } from '../rows/useRowViews'
import { BoardControls } from './BoardControls'
import { BoardTable } from './BoardTable'
import { type BoardFilter, type BoardSort, fitsBoard, sortBoard } from './boardRows'
import { Headline } from './Headline'
import styles from './StarBoard.module.css'

/** Every row of the standard with its star, value and distance to the next star; a row opens its inspector. */
export function StarBoard() {
  const { t } = useWords()
  const { catalog, feedsByIndicator } = useCity()
  const { rows, now } = useRowViews()
  const lens = useView((view) => view.lens)
  const [chosen, setSort] = useState<BoardSort | null>(null)
  const sort = chosen ?? (mostAreUnknown(rows) ? 'known' : 'order')
  const [text, setText] = useState('')
  const listed = useRowsListed()
  const standing = rowStandingOf(listed.standing)
  const filter = useMemo((): BoardFilter => ({ category: listed.category, text }), [listed.category, text])
  const shown = useMemo(() => {
    const seen = rows.filter(({ row }) => !lens || lensesOfRow(catalog, row, feedsByIndicator[row.id] ?? []).has(lens))
    return sortBoard(
      seen.filter((view) => fitsBoard(view, filter) && (!standing || standsAs(view, standing))),
      sort,
    )
  }, [rows, lens, catalog, feedsByIndicator, filter, standing, sort])

  function choose({ category, text: wanted }: BoardFilter) {
    setText(wanted)
    if (category !== listed.category) showRows({ category })
  }

  return (
    <section className={styles.board} aria-label={t('indicators.board')} aria-busy={now.busy}>
      <header className={styles.head}>
        <Headline count={countStars(rows)} />
        <EvaluationNotice now={now} />
        <BoardControls rows={rows} sort={sort} onSort={setSort} filter={filter} onFilter={choose} />
        {standing && (
          <p>
            <Button quiet icon="close" onClick={() => showRows({ standing: null })}>
              {t(`indicators.filter.standing.${standing}`)}
            </Button>
          </p>
        )}
        {shown.length < rows.length && (
          <p className={styles.shown} role="status">
            {t('indicators.filter.shown', { count: shown.length, of: rows.length })}
          </p>
        )}
      </header>
      {shown.length > 0 ? (
        <BoardTable rows={shown} all={rows} grouped={sort === 'order'} />
      ) : (
        <p className={styles.none}>{t('indicators.filter.none')}</p>
      )}
    </section>
  )
}
