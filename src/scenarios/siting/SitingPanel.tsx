import { type FormEvent, useMemo, useState } from 'react'
import { useCity } from '#city/CityContext.ts'
import { definitionOf, methodOf } from '#city/methodOf.ts'
import { useAnswer } from '#city/useAnswer.ts'
import { useSettledFeeds } from '#city/useSettledFeeds.ts'
import { feedOfRole } from '#core/indicators/methods/parameters.ts'
import { useWords } from '#i18n/useWords.ts'
import { useView } from '#state/view.ts'
import { State } from '#ui/State.tsx'
import { Tabs } from '#ui/Tabs.tsx'
import { classWords } from '#views/facts/classWords.ts'
import { feedTitle } from '#views/facts/featureName.ts'
import { propertyWord } from '#views/facts/propertyWord.ts'
import { sayValue } from '#views/facts/sayValue.ts'
import { SearchControls, SearchProgress } from '../SearchControls'
import { usePattern } from '../usePattern'
import { SinglePoints } from './SinglePoints'
import styles from './Siting.module.css'
import { SitingFound } from './SitingFound'
import { beginSiting, clearSiting, stopSiting, useSitingRun } from './sitingRun'

const GRID = 'grid'
const MOST_SITES = 200

/** Where to build for the row that is open, or which site nothing stands in for. */
export function SitingPanel() {
  const { t } = useWords()
  const [single, setSingle] = useState(false)
  return (
    <div className={styles.panel}>
      <Tabs
        look="segments"
        label={t('scenarios.siting.title')}
        tabs={[
          { id: 'build', label: t('scenarios.single.build') },
          { id: 'single', label: t('scenarios.single.title') },
        ]}
        selected={single ? 'single' : 'build'}
        onSelect={(id) => setSingle(id === 'single')}
      />
      {single ? <SinglePoints /> : <BuildPanel />}
    </div>
  )
}

/** Asked, searched while one watches, and taken over as a scenario. */
function BuildPanel() {
  const { t } = useWords()
  const { standard } = useCity()
  const open = useView((view) => view.indicator)
  const row = standard.rows.find(({ id }) => id === open)
  if (!row) {
    return (
      <State kind="empty" title={t('scenarios.siting.noRow')}>
        <p>{t('scenarios.siting.noRowHint')}</p>
      </State>
    )
  }
  return <Siting key={row.id} indicator={row.id} />
}

function Siting({ indicator }: { readonly indicator: string }) {
  const city = useCity()
  const { catalog, standard, engine, feedsByIndicator } = city
  const words = useWords()
  const { t, say, language } = words
  const scope = useView((view) => view.scope)
  const run = useSitingRun((state) => state.run)
  const row = standard.rows.find(({ id }) => id === indicator)
  const metrics = useMemo(() => {
    const definitions = catalog.indicators.find(({ id }) => id === indicator)?.metrics ?? {}
    return Object.entries(definitions).flatMap(([id, { method }]) =>
      method === 'covered' || method === 'near' ? [id] : [],
    )
  }, [catalog, indicator])
  const own = useView((view) => view.metric)
  const [metric, setMetric] = useState(own !== null && metrics.includes(own) ? own : (metrics[0] ?? ''))
  // Poles and the like: points of no row, and nothing that reports every minute.
  const feeds = useMemo(
    () =>
      catalog.feeds
        .filter(({ record, live }) => !live && (record === 'generic' || record === 'place'))
        .map(({ id }) => id),
    [catalog],
  )
  const { answer: pointFeeds } = useAnswer({
    feeds,
    key: ['candidates', feeds],
    ask: async (asked) => {
      const states = await Promise.all(feeds.map(async (id) => [id, await asked.feedState(id)] as const))
      return states.flatMap(([id, state]) => (state?.geometries.includes('Point') ? [id] : []))
    },
  })
  const definition = definitionOf(city, indicator, metric)
  const parameters = methodOf(city, indicator, metric)?.parameters
  const by = (parameters && definition && feedOfRole(parameters, definition, 'by')) ?? null
  const properties = usePattern(by)
  const [candidates, setCandidates] = useState(GRID)
  const [metres, setMetres] = useState(300)
  const [most, setMost] = useState(10)
  const [seconds, setSeconds] = useState<number>(10)
  const needs = useMemo(
    () => [...new Set([...(feedsByIndicator[indicator] ?? []), ...(candidates === GRID ? [] : [candidates])])],
    [feedsByIndicator, indicator, candidates],
  )
  const { settled } = useSettledFeeds(needs)

  if (!row || metrics.length === 0) {
    return (
      <State kind="empty" title={t('scenarios.siting.notThis')}>
        <p>{t('scenarios.siting.noRowHint')}</p>
      </State>
    )
  }

  function begin(event: FormEvent): void {
    event.preventDefault()
    const from = candidates === GRID ? { grid: metres } : { feed: candidates }
    const request = { scope, indicator, metric, weight: null, candidates: from, properties: properties ?? {} }
    void beginSiting(city, engine, request, { most, seed: 1, seconds })
  }

  return (
    <div className={styles.panel}>
      <p>{say(row.name)}</p>
      <form className={styles.form} onSubmit={begin}>
        {metrics.length > 1 && (
          <>
            <label htmlFor="siting-metric">{t('scenarios.siting.metric')}</label>
            <select id="siting-metric" value={metric} onChange={({ target }) => setMetric(target.value)}>
              {metrics.map((id) => (
                <option key={id} value={id}>
                  {say(row.metrics.find((each) => each.id === id)?.name ?? { zh: id })}
                </option>
              ))}
            </select>
          </>
        )}
        <label htmlFor="siting-most">{t('scenarios.siting.most')}</label>
        <input
          id="siting-most"
          type="number"
          min={1}
          max={MOST_SITES}
          required
          value={most}
          onChange={({ target }) => setMost(target.valueAsNumber || 1)}
        />
        <label htmlFor="siting-from">{t('scenarios.siting.from')}</label>
        <select id="siting-from" value={candidates} onChange={({ target }) => setCandidates(target.value)}>
          <option value={GRID}>{t('scenarios.siting.grid')}</option>
          {pointFeeds?.map((id) => (
            <option key={id} value={id}>
              {say(feedTitle(catalog, id))}
            </option>
          ))}
        </select>
        {candidates === GRID && (
          <>
            <label htmlFor="siting-metres">{t('scenarios.siting.metres')}</label>
            <input
              id="siting-metres"
              type="number"
              min={20}
              max={5000}
              step={10}
              required
              value={metres}
              onChange={({ target }) => setMetres(target.valueAsNumber || 20)}
            />
          </>
        )}
        <SearchControls
          run={run}
          id="siting-seconds"
          words={{ seconds: t('scenarios.siting.seconds'), begin: t('scenarios.siting.begin') }}
          seconds={seconds}
          onSeconds={setSeconds}
          disabled={!settled || !properties}
          onStop={stopSiting}
          onClear={clearSiting}
        />
      </form>
      {by !== null && properties && (
        <p className={styles.like}>
          {t('scenarios.siting.like', {
            feed: say(feedTitle(catalog, by)),
            what: Object.entries(properties)
              .map(
                ([name, value]) =>
                  `${propertyWord(name, language)} ${sayValue(name, value, language, classWords(catalog, by))}`,
              )
              .join(language === 'en' ? ', ' : '，'),
          })}
        </p>
      )}
      <SearchProgress
        run={run}
        words={{
          preparing: t('scenarios.siting.preparing'),
          reading: (done, of) => t('scenarios.siting.reading', { done: String(done), of: String(of) }),
          failed: t('scenarios.siting.failed'),
        }}
      />
      {(run.kind === 'searching' || run.kind === 'ended') && run.start.indicator === indicator && (
        <SitingFound
          start={run.start}
          found={run.found}
          going={run.kind === 'searching'}
          what={by === null ? '' : say(feedTitle(catalog, by))}
        />
      )}
    </div>
  )
}
