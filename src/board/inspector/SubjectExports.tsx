import { useCity } from '#city/CityContext.ts'
import { methodOf } from '#city/methodOf.ts'
import type { SubjectOutcome } from '#core/model/evaluation.ts'
import type { ExplainedMetric } from '#engine/engineApi.ts'
import { useWords } from '#i18n/useWords.ts'
import { useView } from '#state/view.ts'
import { classWords } from '#views/facts/classWords.ts'
import { sayValue } from '#views/facts/sayValue.ts'
import { isInternal } from '#views/out/outFacts.ts'
import { TakeTable } from '#views/out/TakeTable.tsx'
import { classProperty } from '#views/table/rowPlaceWords.ts'
import listStyles from '../list/List.module.css'
import { rowAbout } from '../paper/rowFacts'
import { type SubjectFacts, subjectsOut } from './subjectsOut'

/** Takes the features behind a metric elsewhere as a table, with who lives in the gap of each. */
export function SubjectExports({ explained }: { readonly explained: ExplainedMetric }) {
  const city = useCity()
  const { catalog, engine, methods } = city
  const words = useWords()
  const { t, language } = words
  const { indicator, metric, subjects, gapCount } = explained
  const scope = useView((view) => view.scope)
  const feeds = [...new Set(subjects.map(({ feed }) => feed))]

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

  async function table() {
    const facts = new Map((await Promise.all(feeds.map(factsOf))).flat())
    const method = methodOf(city, indicator, metric)
    const gaps = gapCount > 0 ? (await engine.gapList({ scope, indicator, metric })).gaps : []
    const factsFor = (subject: SubjectOutcome) => facts.get(keyOf(subject))
    return subjectsOut({ explained, method, factsOf: factsFor, gaps }, words, methods)
  }

  return (
    <>
      <div className={listStyles.exports}>
        <TakeTable
          name={`${indicator}.${metric}`}
          title={t('indicators.inspector.subjects')}
          label={(form) => t('indicators.inspector.csv', { form })}
          table={table}
          about={() => rowAbout(city, words, { indicator, metric, scope })}
        />
      </div>
      {isInternal(city, feeds) && <p className={listStyles.quiet}>{t('desk.table.internal')}</p>}
    </>
  )
}

const keyOf = ({ feed, id }: Pick<SubjectOutcome, 'feed' | 'id'>): string => `${feed}\n${id}`
