import { useState } from 'react'
import { useCity } from '#city/CityContext.ts'
import { useExplanationAtHand } from '#city/useExplanation.ts'
import type { RowsRequest } from '#engine/engineApi.ts'
import { useWords } from '#i18n/useWords.ts'
import { useView } from '#state/view.ts'
import { Button } from '#ui/Button.tsx'
import { classWords } from '../facts/classWords'
import styles from './FeatureTable.module.css'
import { featureCsv } from './featureCsv'
import { classProperty } from './rowPlaceWords'
import { localColumns } from './tableColumns'
import { downloadBlob, downloadText, fileStem } from './toCsv'

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

/** Takes what a table lists elsewhere, as a sheet or as a map. What is internal says so before it is taken. */
export function TableExports({ request, columns, seen, empty }: Props) {
  const { catalog, engine, world } = useCity()
  const words = useWords()
  const { t, language } = words
  const explanationOf = useExplanationAtHand()
  const [fault, setFault] = useState<string | null>(null)
  const { feed, where, scope } = request
  const internal = catalog.feeds.find(({ id }) => id === feed)?.sensitivity === 'internal'

  async function csv() {
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
    downloadText(`${fileStem(feed, world)}.csv`, featureCsv(content, words), 'text/csv;charset=utf-8')
  }

  function take(make: () => Promise<void>) {
    setFault(null)
    make().catch((error: unknown) => setFault(error instanceof Error ? error.message : String(error)))
  }

  return (
    <>
      {fault !== null && <span role="alert">{t('desk.table.exportFailed', { why: fault })}</span>}
      {internal && <span className={styles.internal}>{t('desk.table.internal')}</span>}
      <Button quiet icon="download" aria-label={t('shell.table.export')} disabled={empty} onClick={() => take(csv)}>
        CSV
      </Button>
      <Button
        quiet
        icon="download"
        aria-label={t('desk.table.exportMap')}
        disabled={empty}
        onClick={() =>
          take(async () =>
            downloadBlob(`${fileStem(feed, world)}.geojson`, await engine.featuresFile({ feed, where, scope })),
          )
        }
      >
        GeoJSON
      </Button>
    </>
  )
}
