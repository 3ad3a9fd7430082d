import { useState } from 'react'
import { useCity } from '#city/CityContext.ts'
import type { Gap } from '#core/planning/gaps/gap.ts'
import { useWords } from '#i18n/useWords.ts'
import { Button } from '#ui/Button.tsx'
import { downloadBlob, downloadText, fileStem } from '#views/table/toCsv.ts'
import { useFailureWords } from '../inspector/useNames'
import listStyles from '../list/List.module.css'
import { gapsCsv } from './gapsCsv'

interface Props {
  readonly indicator: string
  readonly metric: string
  readonly scope: string | null
  /** As they are listed. */
  readonly gaps: readonly Gap[]
}

/** Takes the list elsewhere as it is, and all gaps as a map. */
export function GapExports({ indicator, metric, scope, gaps }: Props) {
  const { catalog, engine, world } = useCity()
  const words = useWords()
  const { t } = words
  const failure = useFailureWords(indicator)
  const [fault, setFault] = useState<string | null>(null)
  const feeds = new Set(gaps.map(({ feed }) => feed))
  const internal = catalog.feeds.some(({ id, sensitivity }) => sensitivity === 'internal' && feeds.has(id))
  const file = async () =>
    downloadBlob(
      `${fileStem(`${indicator}.${metric}.gaps`, world)}.geojson`,
      await engine.gapFile({ scope, indicator, metric }),
    )
  return (
    <>
      <div className={listStyles.exports}>
        <Button
          icon="download"
          quiet
          onClick={() =>
            downloadText(
              `${fileStem(`${indicator}.${metric}.gaps`, world)}.csv`,
              gapsCsv(gaps, catalog, words),
              'text/csv;charset=utf-8',
            )
          }
        >
          {t('gaps.csv')}
        </Button>
        <Button
          icon="download"
          quiet
          onClick={() => {
            setFault(null)
            file().catch((error: unknown) => setFault(error instanceof Error ? error.message : String(error)))
          }}
        >
          {t('gaps.geojson')}
        </Button>
      </div>
      {internal && <p className={listStyles.quiet}>{t('desk.table.internal')}</p>}
      {fault !== null && <p role="alert">{t('desk.table.exportFailed', { why: failure(fault) })}</p>}
    </>
  )
}
