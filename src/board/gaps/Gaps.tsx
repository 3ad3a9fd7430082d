import { useId, useState } from 'react'
import { useCity } from '#city/CityContext.ts'
import { definitionOf, methodOf } from '#city/methodOf.ts'
import type { ExplanationView } from '#city/useExplanation.ts'
import { feedOfRole, parametersOf } from '#core/indicators/methods/parameters.ts'
import type { StandardRow } from '#core/model/standard.ts'
import { useWords } from '#i18n/useWords.ts'
import { State } from '#ui/State.tsx'
import { Tabs } from '#ui/Tabs.tsx'
import { useNames } from '../inspector/useNames'
import listStyles from '../list/List.module.css'
import { unknownWords } from '../words/reasonWords'
import { Continuity } from './Continuity'
import styles from './Gaps.module.css'
import { GapsOfMetric } from './GapsOfMetric'
import { SheetCheck } from './SheetCheck'
import { Sight } from './Sight'

interface Props {
  readonly indicator: string
  readonly metric: string
  readonly scope: string | null
  readonly explained: ExplanationView
}

type View = 'list' | 'continuity' | 'sheets' | 'sight'

/** What is not covered of a row that is open: the list of its gaps, how coherent coverage is, which sheets are wanting, and what cameras see. */
export function Gaps({ indicator, metric, scope, explained }: Props) {
  const { t } = useWords()
  const city = useCity()
  const panel = useId()
  const [chosen, setChosen] = useState<View>('list')
  const definition = definitionOf(city, indicator, metric)
  const method = methodOf(city, indicator, metric)
  const { explanation } = explained
  if (!definition || !method || !explanation) return null
  const by = feedOfRole(method.parameters, definition, 'by')
  const covering = city.catalog.feeds.find(({ id }) => id === by)
  const record = covering?.record
  const covers = parametersOf(method.parameters, 'feed').some(([, feed]) => feed.covers)
  const views: View[] = [
    'list',
    ...(covers && method.measure !== 'm2' ? ['continuity' as const] : []),
    ...(method.measure === 'm2' && record === 'sheet' ? ['sheets' as const] : []),
    ...(definition.method === 'covered' && covering?.sight ? ['sight' as const] : []),
  ]
  const view = views.includes(chosen) ? chosen : 'list'
  const { subjects, result } = explanation
  const row = city.standard.rows.find(({ id }) => id === indicator)
  const uncovered = explanation.gapCount > 0 || subjects.some(({ state }) => state === 'uncovered')
  const counted = subjects.filter(({ state }) => state !== 'excluded').length
  return (
    <section className={styles.gaps} aria-label={t('gaps.title')}>
      <header className={styles.head}>
        <h4 className={listStyles.heading}>{t('gaps.title')}</h4>
        {views.length > 1 && (
          <Tabs
            look="segments"
            label={t('gaps.tabs.label')}
            controls={panel}
            tabs={views.map((id) => ({ id, label: t(`gaps.tabs.${id}`) }))}
            selected={view}
            onSelect={setChosen}
          />
        )}
      </header>
      <div id={panel} className={styles.gaps}>
        {view === 'continuity' ? (
          <Continuity indicator={indicator} metric={metric} scope={scope} />
        ) : view === 'sheets' ? (
          <SheetCheck indicator={indicator} metric={metric} scope={scope} />
        ) : view === 'sight' && covering ? (
          <Sight indicator={indicator} metric={metric} scope={scope} feed={covering.id} />
        ) : uncovered ? (
          <GapsOfMetric key={`${indicator} ${metric}`} indicator={indicator} metric={metric} scope={scope} />
        ) : counted > 0 ? (
          <State kind="empty" title={t('gaps.none')}>
            <p>{t('gaps.noneHint', { count: counted })}</p>
            {subjects.length > counted && <p>{t('gaps.noneExcluded', { count: subjects.length - counted })}</p>}
          </State>
        ) : (
          <p className={listStyles.quiet}>
            {t('gaps.notMeasured')}
            {row && result.value === null && <NotMeasured row={row} code={result.why} />}
          </p>
        )}
      </div>
    </section>
  )
}

/** Why there is nothing to compare, in words. */
function NotMeasured({ row, code }: { readonly row: StandardRow; readonly code: string | undefined }) {
  const words = useWords()
  return ` ${words.t('indicators.why.prefix', { why: unknownWords(code, words, useNames(row)) })}`
}
