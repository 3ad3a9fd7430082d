import { getCoreRowModel, type SortingState, useReactTable } from '@tanstack/react-table'
import { useMemo, useState } from 'react'
import { useCity } from '#city/CityContext.ts'
import { useFeed } from '#city/useFeed.ts'
import type { Expression } from '#core/model/compileExpression.ts'
import type { TableRow } from '#engine/engineApi.ts'
import { FeedFault } from '#feeds/queries/FeedFault.ts'
import { formatNumber } from '#i18n/formatNumber.ts'
import { useWords } from '#i18n/useWords.ts'
import { filterExpression } from '#layers/filterExpression.ts'
import { useLists } from '#state/lists.ts'
import { useSelection } from '#state/selection.ts'
import { setTable, type TableSort, useView } from '#state/view.ts'
import { Button } from '#ui/Button.tsx'
import { State } from '#ui/State.tsx'
import { Waiting } from '#ui/Waiting.tsx'
import { useFeedAnswer } from '../cards/useFeedAnswer'
import { feedTitle } from '../facts/featureName'
import { pickFeature } from '../facts/pickFeature'
import { FeedRung } from '../health/FeedRung'
import { NoWarnings } from '../warnings/NoWarnings'
import { RefusedWarnings } from '../warnings/RefusedWarnings'
import { FeatureFilters } from './FeatureFilters'
import styles from './FeatureTable.module.css'
import { FilterChips } from './FilterChips'
import { OutsideScope } from './OutsideScope'
import { TableExports } from './TableExports'
import { useFeatureColumns } from './useFeatureColumns'
import { useFeedFilter, useFeedPart, useListedRows } from './useRows'
import { VirtualTable } from './VirtualTable'

interface Props {
  readonly feed: string
  readonly columns: readonly string[]
  /** The scope on show; null: the whole city. */
  readonly scope: string | null
  readonly where?: Expression | undefined
  /** The order at first. */
  readonly sort?: TableSort | undefined
  /** What the rows are, where `where` leaves some out. */
  readonly what?: string | undefined
}

/** The features of a feed as a table: sorted by any column, thousands of rows, each a way to its place on the map. */
export function FeatureTable({ feed, columns, scope: onShow, where: own, sort: first, what }: Props) {
  const { catalog, engine } = useCity()
  const { t, language, say } = useWords()
  const reading = useFeed(feed)
  const everywhere = useLists((lists) => lists.everywhere)
  const scope = everywhere ? null : onShow
  const part = useFeedPart(feed)
  const where = useMemo(
    (): Expression | undefined => (own && part ? ['all', own, part.where] : (part?.where ?? own)),
    [own, part],
  )
  const chosen = useView(({ tables }) => tables[feed]?.sort)
  const sort = chosen === undefined ? first : (chosen ?? undefined)
  const sorting: SortingState = sort ? [{ id: sort.column, desc: sort.descending }] : []
  // As text: a living feed gives the same names in a new list every second.
  const properties = reading.data?.properties.join('\n') ?? ''
  const seen = useMemo(() => properties.split('\n'), [properties])
  const record = catalog.feeds.find(({ id }) => id === feed)?.record
  const placed = record !== 'reported' && (record !== 'generic' || (reading.data?.bounds ?? null) !== null)
  const { asked, columns: shown } = useFeatureColumns(feed, columns, seen, placed)
  const filter = useFeedFilter(feed)
  const [choosing, setChoosing] = useState(false)
  const filtered = Object.keys(filter).length > 0
  const listed = { feed, scope, where: filterExpression(filter, where), sort }
  const rows = useListedRows({ ...listed, columns: asked })
  const all = useFeedAnswer(feed, ['table-total', filtered, scope, where], async (from) =>
    filtered ? from.total({ feed, scope, where }) : null,
  ).answer?.value
  const selected = useSelection(({ selection }) => (selection.kind === 'feature' ? selection.feature : null))
  const title = say(feedTitle(catalog, feed))
  const warns = record === 'warning'
  const scopeTitle = say(catalog.scopes.find(({ id }) => id === scope)?.title ?? { zh: scope ?? '' })

  const table = useReactTable({
    data: useMemo(() => [...(rows.answer?.rows ?? [])], [rows.answer]),
    columns: shown,
    state: { sorting },
    onSortingChange(change) {
      const [next] = typeof change === 'function' ? change(sorting) : change
      setTable(feed, { sort: next ? { column: next.id, descending: next.desc } : null })
    },
    manualSorting: true,
    getCoreRowModel: getCoreRowModel(),
    getRowId: (row) => row.id,
  })

  async function pick(row: TableRow) {
    const detail = await engine.feature(feed, row.mapId)
    if (detail) pickFeature(detail)
  }

  if (reading.isError && !reading.data) {
    return (
      <State kind="failing" title={t('shell.table.failed')}>
        {say(FeedFault.from(feed, reading.error).reason)}
      </State>
    )
  }
  if (!rows.answer) return <Waiting lines={8} label={t('shell.table.loading')} />
  return (
    <div className={styles.frame}>
      <div className={styles.bar}>
        {what && <span className={styles.what}>{what}</span>}
        <span role="status">
          {filtered && all !== undefined
            ? t('desk.filter.shown', {
                shown: formatNumber(rows.answer.total, language),
                of: formatNumber(all, language),
              })
            : t('shell.table.rows', { count: rows.answer.total }).replace(
                String(rows.answer.total),
                formatNumber(rows.answer.total, language),
              )}
        </span>
        <FeedRung feed={feed} />
        <OutsideScope
          feed={feed}
          scope={onShow}
          where={filterExpression(filter, where)}
          shown={rows.answer.total}
          everywhere={everywhere}
        />
        <span className={styles.hint}>{t('shell.table.hint')}</span>
        <span className={styles.actions}>
          <Button quiet aria-expanded={choosing} onClick={() => setChoosing(!choosing)}>
            {t('desk.filter.title')}
          </Button>
          <TableExports request={listed} columns={columns} seen={seen} empty={rows.answer.total === 0} />
        </span>
      </div>
      {warns && <RefusedWarnings report={reading.data?.report} />}
      {choosing && <FeatureFilters feed={feed} scope={scope} where={where} filter={filter} />}
      {(filtered || part) && <FilterChips feed={feed} filter={filter} part={part} />}
      {rows.answer.total === 0 && warns && !filtered && !part && scope === null ? (
        <NoWarnings feed={feed} />
      ) : rows.answer.total === 0 ? (
        <State kind="empty" title={t(filtered ? 'desk.filter.noneMatch' : 'shell.table.none')}>
          {!filtered && scope !== null && t('shell.table.noneScope', { scope: scopeTitle })}
        </State>
      ) : (
        <VirtualTable
          table={table}
          label={title}
          selectedId={selected?.feed === feed ? selected.id : null}
          onPick={(row) => void pick(row)}
        />
      )}
    </div>
  )
}
