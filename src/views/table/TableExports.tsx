import { useCity } from '#city/CityContext.ts'
import { useExplanationAtHand } from '#city/useExplanation.ts'
import type { RowsRequest } from '#engine/engineApi.ts'
import { useWords } from '#i18n/useWords.ts'
import { useView } from '#state/view.ts'
import { classWords } from '../facts/classWords'
import { feedTitle } from '../facts/featureName'
import { isInternal } from '../out/outFacts'
import { TakeMap } from '../out/TakeMap'
import { TakeTable } from '../out/TakeTable'
import styles from './FeatureTable.module.css'
import { classProperty } from './rowPlaceWords'
import { localColumns } from './tableColumns'

interface Props {
  /** What the table lists, in its order. */
  readonly request: Pick<RowsRequest, 'feed' | 'where' | 'scope' | 'sort'>
  /** Of the table. */
  readonly columns: readonly string[]
  /** Properties of the feed. */
  readonly seen: readonly string[]
  /** Lists nothing. */
  readonly empty: boolean
}

/** Takes what a table lists elsewhere, as a table or as a map. What is internal says so before it is taken. */
export function TableExports({ request, columns, seen, empty }: Props) {
  const city = useCity()
  const { catalog, engine } = city
  const words = useWords()
  const { t, language } = words
  const explanationOf = useExplanationAtHand()
  const { feed, where, scope } = request

  async function table(moments: 'both' | 'dates') {
    const beside = [classProperty(catalog, feed, seen), seen.includes('unit') ? 'unit' : null]
    const names = [...new Set([...columns, ...beside.flatMap((name) => name ?? [])])].filter((name) => name !== 'id')
    const local = localColumns(names, seen, language)
    const { rows } = await engine.rows({ ...request, columns: local.asked, places: 'all' })
    const { indicator, metric } = useView.getState()
    const explained = indicator === null ? null : explanationOf(indicator, metric)
    const content = {
      rows: rows.map((row) => ({ ...row, cells: names.map((_, at) => local.cell(row, at)) })),
      columns: names,
      classes: classWords(catalog, feed),
      gapAreas: explained?.subjects.some((subject) => subject.feed === feed) ? explained.gapAreas : null,
    }
    const { featuresOut } = await import('./featuresOut')
    return featuresOut(content, words, moments)
  }

  return (
    <>
      {isInternal(city, [feed]) && <span className={styles.internal}>{t('desk.table.internal')}</span>}
      <TakeTable
        short
        name={feed}
        title={words.say(feedTitle(catalog, feed))}
        label={(form) => t('shell.table.export', { form })}
        disabled={empty}
        table={table}
        about={() => ({
          own: where === undefined ? [] : [[t('out.filter'), JSON.stringify(where)]],
          feeds: [feed],
          scope: scope ?? null,
        })}
      />
      <TakeMap
        short
        name={feed}
        label={t('desk.table.exportMap')}
        disabled={empty}
        file={(datum) => engine.featuresFile({ feed, where, scope, datum })}
      />
    </>
  )
}
