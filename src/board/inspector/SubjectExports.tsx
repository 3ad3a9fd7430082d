import { useState } from 'react'
import { useCity } from '#city/CityContext.ts'
import { methodOf } from '#city/methodOf.ts'
import type { SubjectOutcome } from '#core/model/evaluation.ts'
import type { ExplainedMetric } from '#engine/engineApi.ts'
import { useWords } from '#i18n/useWords.ts'
import { useView } from '#state/view.ts'
import { Button } from '#ui/Button.tsx'
import { classWords } from '#views/facts/classWords.ts'
import { sayValue } from '#views/facts/sayValue.ts'
import { classProperty } from '#views/table/rowPlaceWords.ts'
import { downloadText, fileStem } from '#views/table/toCsv.ts'
import listStyles from '../list/List.module.css'
import { type SubjectFacts, subjectsCsv } from './subjectsCsv'

/** Takes the features behind a metric elsewhere as a sheet, with who lives in the gap of each. */
export function SubjectExports({ explained }: { readonly explained: ExplainedMetric }) {
  const city = useCity()
  const { catalog, engine, methods, world } = city
  const words = useWords()
  const { t, language } = words
  const [fault, setFault] = useState<string | null>(null)
  const { indicator, metric, subjects, gapCount } = explained
  const scope = useView((view) => view.scope)
  const feeds = [...new Set(subjects.map(({ feed }) => feed))]
  const internal = catalog.feeds.some(({ id, sensitivity }) => sensitivity === 'internal' && feeds.includes(id))

  async function factsOf(feed: string): Promise<readonly (readonly [string, SubjectFacts])[]> {
    const property = classProperty(catalog, feed, (await engine.feedState(feed))?.properties ?? [])
    const { rows } = await engine.rows({ feed, columns: property === null ? [] : [property], places: 'all' })
    const classes = classWords(catalog, feed)
    return rows.map(({ id, cells: [value = null], place }) => [
      keyOf({ feed, id }),
      {
        kind: property !== null && value !== null ? sayValue(property, value, language, classes) : null,
        at: place?.at ?? null,
      },
    ])
  }

  async function csv() {
    const facts = new Map((await Promise.all(feeds.map(factsOf))).flat())
    const method = methodOf(city, indicator, metric)
    const gaps = gapCount > 0 ? (await engine.gapList({ scope, indicator, metric })).gaps : []
    const factsFor = (subject: SubjectOutcome) => facts.get(keyOf(subject))
    const text = subjectsCsv({ explained, method, factsOf: factsFor, gaps }, words, methods)
    downloadText(`${fileStem(`${indicator}.${metric}`, world)}.csv`, text, 'text/csv;charset=utf-8')
  }

  return (
    <>
      <div className={listStyles.exports}>
        <Button
          icon="download"
          quiet
          onClick={() => {
            setFault(null)
            csv().catch((error: unknown) => setFault(error instanceof Error ? error.message : String(error)))
          }}
        >
          {t('indicators.inspector.csv')}
        </Button>
      </div>
      {internal && <p className={listStyles.quiet}>{t('desk.table.internal')}</p>}
      {fault !== null && <p role="alert">{t('desk.table.exportFailed', { why: fault })}</p>}
    </>
  )
}

const keyOf = ({ feed, id }: Pick<SubjectOutcome, 'feed' | 'id'>): string => `${feed}\n${id}`
