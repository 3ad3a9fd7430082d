import { useCallback, useDeferredValue, useMemo, useState } from 'react'
import type { Gap } from '#core/planning/gaps/gap.ts'
import type { GapList } from '#engine/engineApi.ts'
import { useWords } from '#i18n/useWords.ts'
import { Button } from '#ui/Button.tsx'
import { classes } from '#ui/classes.ts'
import listStyles from '../list/List.module.css'
import { SortHead } from '../list/SortHead'
import { GapChart } from './GapChart'
import { GapExports } from './GapExports'
import { GapFilters } from './GapFilters'
import { GapLine } from './GapLine'
import styles from './Gaps.module.css'
import { ALL_GAPS, choicesOf, fitsGap, type GapSort, orderGaps } from './gapOrder'
import { gapName, largestOf } from './gapWords'
import { useGapOnMap } from './useGapOnMap'

const PAGE = 50

interface Props {
  readonly list: GapList
  readonly scope: string | null
}

/** Gaps in a table, a chart and on the map, at one: what is hovered or selected in one is so in all. */
export function GapTable({ list, scope }: Props) {
  const words = useWords()
  const { t } = words
  const gaps = useDeferredValue(list.gaps)
  const [sort, setSort] = useState<GapSort>({ by: list.people === 'read' ? 'people' : 'size', descending: true })
  const [filter, setFilter] = useState(ALL_GAPS)
  const [limit, setLimit] = useState(PAGE)
  const [opened, setOpened] = useState<string | null>(null)
  const { selected, hovered, pick, hover } = useGapOnMap(gaps)
  const choices = useMemo(() => choicesOf(gaps), [gaps])
  const fitting = useMemo(
    () =>
      orderGaps(
        gaps.filter((gap) => fitsGap(filter, gap)),
        sort,
        (gap) => gapName(gap, words),
      ),
    [gaps, filter, sort, words],
  )
  // What is selected on the map opens here; what is opened here is selected there.
  const [followed, setFollowed] = useState(selected)
  if (followed !== selected) {
    setFollowed(selected)
    if (selected !== null && selected !== opened) setOpened(selected)
  }
  const called = selected !== null && selected === opened ? fitting.findIndex(({ key }) => key === selected) : -1
  const shown = fitting.slice(0, Math.max(limit, called + 1))

  const open = useCallback(
    (gap: Gap) => {
      setOpened((now) => (now === gap.key ? null : gap.key))
      pick(gap)
    },
    [pick],
  )
  const show = useCallback(
    (gap: Gap) => {
      setOpened(gap.key)
      pick(gap)
    },
    [pick],
  )
  // The same for as long as the gaps are: lines are drawn anew only for what is theirs.
  const columns = useMemo(
    () => ({
      places: gaps.some(({ places }) => places !== null),
      size: gaps.some(({ area, length }) => area !== null || length !== null) ? largestOf(gaps) : null,
    }),
    [gaps],
  )
  const head = (by: GapSort['by'], word: string) => (
    <SortHead by={by} word={word} figures={by !== 'name'} sort={sort} onSort={setSort} />
  )
  const filtered = filter !== ALL_GAPS && fitting.length < gaps.length
  return (
    <>
      <GapFilters feed={gaps[0]?.feed ?? ''} choices={choices} filter={filter} onFilter={setFilter} />
      {filtered && (
        <p className={listStyles.quiet} role="status">
          {t('gaps.shown', { shown: fitting.length, of: gaps.length })}{' '}
          <Button quiet icon="close" onClick={() => setFilter(ALL_GAPS)}>
            {t('gaps.clear')}
          </Button>
        </p>
      )}
      {fitting.length === 0 ? (
        <p className={listStyles.quiet}>{t('gaps.noneFit')}</p>
      ) : (
        <>
          {fitting.length > 1 && (
            <GapChart gaps={fitting} by={sort.by} marked={hovered ?? opened} onHover={hover} onPick={show} />
          )}
          <table className={classes(listStyles.table, styles.heads)}>
            <caption className="visually-hidden">
              {t('gaps.table', { shown: shown.length, of: fitting.length })}
            </caption>
            <thead>
              <tr>
                {head('name', t('gaps.columns.name'))}
                {head('people', t('gaps.columns.people'))}
                {columns.places && head('places', t('gaps.columns.places'))}
                {columns.size && head('size', t('gaps.columns.size'))}
              </tr>
            </thead>
            <tbody>
              {shown.map((gap) => (
                <GapLine
                  key={gap.key}
                  gap={gap}
                  columns={columns}
                  open={gap.key === opened}
                  hovered={gap.key === hovered}
                  called={gap.key === selected && gap.key === opened}
                  onOpen={open}
                  onHover={hover}
                  words={words}
                />
              ))}
            </tbody>
          </table>
          {fitting.length > shown.length && (
            <Button quiet onClick={() => setLimit(shown.length + PAGE)}>
              {t('gaps.more', { count: Math.min(PAGE, fitting.length - shown.length) })}
            </Button>
          )}
          <GapExports indicator={list.indicator} metric={list.metric} scope={scope} gaps={fitting} />
        </>
      )}
    </>
  )
}
