import { type FormEvent, useMemo, useState } from 'react'
import { useCity } from '#city/CityContext.ts'
import { useSettledFeeds } from '#city/useSettledFeeds.ts'
import { formatNumber } from '#i18n/formatNumber.ts'
import { useWords } from '#i18n/useWords.ts'
import { useView } from '#state/view.ts'
import { State } from '#ui/State.tsx'
import { SearchControls, SearchProgress } from '../SearchControls'
import styles from '../siting/Siting.module.css'
import own from './Cheapest.module.css'
import { CheapestFound } from './CheapestFound'
import { beginCheapest, clearCheapest, stopCheapest, useCheapestRun } from './cheapestRun'

const STARS = [2, 3, 4, 5] as const
/** Steps of the slider: its last is no budget. */
const STEPS = 100

/** What it takes for rows to stand at a star: asked, searched while one watches, and taken over as a scenario. */
export function CheapestPanel() {
  const { catalog } = useCity()
  const { t } = useWords()
  if (catalog.measures.length === 0) {
    return (
      <State kind="empty" title={t('scenarios.cheapest.noMeasures')}>
        <p>{t('scenarios.cheapest.noMeasuresHint')}</p>
      </State>
    )
  }
  return <Cheapest />
}

function Cheapest() {
  const city = useCity()
  const { catalog, standard, engine, feedsByIndicator } = city
  const { t, say, language } = useWords()
  const scope = useView((view) => view.scope)
  const run = useCheapestRun((state) => state.run)
  const [want, setWant] = useState(4)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [seconds, setSeconds] = useState<number>(10)
  /** The amount without a budget, when it was last found: the end of the slider. */
  const [whole, setWhole] = useState(0)
  const [step, setStep] = useState(STEPS)
  const rows = useMemo(() => {
    const changed = new Set(catalog.measures.map(({ feed }) => feed))
    return standard.rows.filter(
      ({ id, kind }) => kind !== 'deduction' && feedsByIndicator[id]?.some((feed) => changed.has(feed)),
    )
  }, [catalog, standard, feedsByIndicator])
  const needs = useMemo(
    () => [
      ...new Set([
        ...catalog.measures.flatMap(({ feed, add }) => [feed, ...(add ? [add.candidates] : [])]),
        ...rows.flatMap(({ id }) => feedsByIndicator[id] ?? []),
      ]),
    ],
    [catalog, rows, feedsByIndicator],
  )
  const { settled } = useSettledFeeds(needs)
  const found = run.kind === 'searching' || run.kind === 'ended' ? run : null
  const known = found && found.start.budget === null ? found.found.cost : whole
  const budgetAt = (at: number): number | null => (at >= STEPS || known === 0 ? null : Math.round((known * at) / STEPS))
  const budget = budgetAt(step)

  function search(at: number): void {
    setWhole(known)
    const request = { scope, want, rows: chosen.size > 0 ? [...chosen] : null }
    void beginCheapest(city, engine, request, { budget: budgetAt(at), seed: 1, seconds })
  }

  function begin(event: FormEvent): void {
    event.preventDefault()
    search(step)
  }

  /** Another question: what was found says nothing about it. */
  function ask(change: () => void): void {
    change()
    setWhole(0)
    setStep(STEPS)
    clearCheapest()
  }

  return (
    <div className={styles.panel}>
      <p className={styles.place}>{t('scenarios.cheapest.hint')}</p>
      <form className={styles.form} onSubmit={begin}>
        <label htmlFor="cheapest-want">{t('scenarios.cheapest.want')}</label>
        <select id="cheapest-want" value={want} onChange={({ target }) => ask(() => setWant(Number(target.value)))}>
          {STARS.map((star) => (
            <option key={star} value={star}>
              {t('scenarios.cheapest.stars', { star: String(star) })}
            </option>
          ))}
        </select>
        <details className={own.rows}>
          <summary>
            <span>{t('scenarios.cheapest.rows')}</span>
            <span>
              {chosen.size > 0
                ? t('scenarios.cheapest.someRows', { number: String(chosen.size) })
                : t('scenarios.cheapest.allRows', { star: String(want) })}
            </span>
          </summary>
          <ul>
            {rows.map(({ id, name }) => (
              <li key={id}>
                <label>
                  <input
                    type="checkbox"
                    checked={chosen.has(id)}
                    onChange={({ target }) =>
                      ask(() => {
                        const next = new Set(chosen)
                        if (target.checked) next.add(id)
                        else next.delete(id)
                        setChosen(next)
                      })
                    }
                  />
                  {say(name)}
                </label>
              </li>
            ))}
          </ul>
        </details>
        <label htmlFor="cheapest-budget">{t('scenarios.cheapest.budget')}</label>
        <span className={own.budget}>
          <input
            id="cheapest-budget"
            type="range"
            min={0}
            max={STEPS}
            value={step}
            disabled={known === 0}
            aria-valuetext={budget === null ? t('scenarios.cheapest.noBudget') : formatNumber(budget, language)}
            onChange={({ target }) => setStep(target.valueAsNumber)}
            onPointerUp={({ currentTarget }) => search(currentTarget.valueAsNumber)}
            onKeyUp={({ key, currentTarget }) => {
              if (key.startsWith('Arrow') || key === 'Home' || key === 'End' || key.startsWith('Page'))
                search(currentTarget.valueAsNumber)
            }}
          />
          <output htmlFor="cheapest-budget">
            {budget === null ? t('scenarios.cheapest.noBudget') : formatNumber(budget, language)}
          </output>
        </span>
        <SearchControls
          run={run}
          id="cheapest-seconds"
          words={{ seconds: t('scenarios.cheapest.seconds'), begin: t('scenarios.cheapest.begin') }}
          seconds={seconds}
          onSeconds={setSeconds}
          disabled={!settled}
          onStop={stopCheapest}
          onClear={clearCheapest}
        />
      </form>
      <SearchProgress
        run={run}
        words={{
          preparing: t('scenarios.cheapest.preparing'),
          reading: (done, of) => t('scenarios.cheapest.reading', { done: String(done), of: String(of) }),
          failed: t('scenarios.cheapest.failed'),
        }}
      />
      {found && <CheapestFound start={found.start} found={found.found} going={found.kind === 'searching'} />}
    </div>
  )
}
