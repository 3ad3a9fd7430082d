import type { Feature } from 'geojson'
import { useMemo } from 'react'
import { useCity } from '#city/CityContext.ts'
import type { Edit } from '#core/model/world.ts'
import type { FoundChoices } from '#engine/cheapest/cheapestRequest.ts'
import { formatNumber, formatPercent } from '#i18n/formatNumber.ts'
import { useWords } from '#i18n/useWords.ts'
import { showTool } from '#state/lists.ts'
import { addScenario, makeEdits, openScenarioOf, useScenarios } from '#state/scenarios.ts'
import { Button } from '#ui/Button.tsx'
import { State } from '#ui/State.tsx'
import { type OwnSketch, useSketch } from '#views/sketches/useSketches.ts'
import { NUMBERED_MARKS } from '../numberedMarks'
import styles from '../siting/Siting.module.css'
import own from './Cheapest.module.css'
import { type AskedCheapest, clearCheapest } from './cheapestRun'
import { MeasuresByUnit, placeOfChoice } from './MeasuresByUnit'

interface Props {
  readonly start: AskedCheapest
  readonly found: FoundChoices
  readonly going: boolean
}

/** What was found, beside what cannot be gone below: rows in the order in which they come to stand, and what is done by whom. */
export function CheapestFound({ start, found, going }: Props) {
  const city = useCity()
  const { standard, catalog } = city
  const { t, say, language } = useWords()
  const { want, budget } = start
  const { rows, choices, order, cost, bound, rowsBound, proved } = found
  const amount = (value: number): string => formatNumber(Math.round(value), language)
  const star = String(want)
  const rowName = (id: string): string => say(standard.rows.find((row) => row.id === id)?.name ?? { zh: id })
  const names = (ids: readonly { readonly id: string }[]): string =>
    ids.map(({ id }) => rowName(id)).join(language === 'en' ? '; ' : '；')
  const cannot = rows.filter(({ reachable }) => !reachable)
  const reachable = rows.filter((row) => row.reachable)
  const up = reachable.filter(({ after }) => (after ?? 0) >= want)
  const notUp = reachable.filter(({ after }) => (after ?? 0) < want)
  const gap = formatPercent(cost > 0 ? Math.max(0, (cost - (bound ?? cost)) / cost) : 0, language)
  const status =
    bound === null
      ? t(
          going
            ? 'scenarios.cheapest.goingRows'
            : proved
              ? 'scenarios.cheapest.provedRows'
              : 'scenarios.cheapest.notProvedRows',
          { bound: String(rowsBound ?? 0) },
        )
      : t(going ? 'scenarios.cheapest.going' : proved ? 'scenarios.cheapest.proved' : 'scenarios.cheapest.notProved', {
          gap,
        })

  const sketch = useMemo((): OwnSketch | null => {
    const features = choices.flatMap((choice, at): Feature[] => {
      const place = placeOfChoice(choice)
      return place
        ? [{ type: 'Feature', geometry: { type: 'Point', coordinates: [...place] }, properties: { n: at + 1 } }]
        : []
    })
    if (features.length === 0) return null
    return {
      ...{ id: 'cheapest-found', title: t('scenarios.cheapest.measures'), group: 'gap' },
      ...{ source: { kind: 'features', features }, style: NUMBERED_MARKS, pickable: false },
      legend: [{ word: t('scenarios.cheapest.measures'), shape: 'point', color: '$accent' }],
    }
  }, [choices, t])
  useSketch(sketch)

  if (rows.length === 0) return <State kind="empty" title={t('scenarios.cheapest.nothingBelow', { star })} />
  if (reachable.length === 0) {
    return (
      <State kind="empty" title={t('scenarios.cheapest.noneReachable', { star })}>
        <p>{names(cannot)}</p>
      </State>
    )
  }

  function take(): void {
    const edits = choices.map(({ edit, measure, properties }, at): Edit => {
      if (!('put' in edit)) return edit
      const what = say(catalog.measures[measure]?.title ?? { zh: '' })
      const name = properties.name ?? t('scenarios.newName', { what, number: String(at + 1) })
      return { ...edit, put: { ...edit.put, properties: { ...edit.put.properties, name } } }
    })
    if (openScenarioOf(useScenarios.getState())) makeEdits(edits)
    else addScenario({ title: t('scenarios.cheapest.plan', { star }), city: catalog.city.code, edits })
    clearCheapest()
    showTool('scenario')
  }

  const most = order.at(-1)?.spent ?? 0
  return (
    <>
      <p role="status">
        {up.length > 0 ? status : t(going ? 'scenarios.cheapest.nothingYet' : 'scenarios.cheapest.tooLittle', { star })}
      </p>
      <dl className={styles.facts}>
        <dt>{t('scenarios.cheapest.lifted', { star })}</dt>
        <dd>{t('scenarios.cheapest.rowsOf', { number: String(up.length), of: String(reachable.length) })}</dd>
        <dt>{t('scenarios.cheapest.cost')}</dt>
        <dd>{amount(cost)}</dd>
        {bound !== null && (
          <>
            <dt>{t('scenarios.cheapest.bound')}</dt>
            <dd>{amount(Math.floor(bound))}</dd>
          </>
        )}
      </dl>
      {cannot.length > 0 && <p className={own.cannot}>{t('scenarios.cheapest.cannot', { rows: names(cannot) })}</p>}
      {budget !== null && notUp.length > 0 && (
        <p className={own.cannot}>{t('scenarios.cheapest.notWithin', { rows: names(notUp) })}</p>
      )}
      {choices.length > 0 && !going && (
        <p>
          <Button onClick={take}>{t('scenarios.cheapest.take')}</Button>
        </p>
      )}
      {order.length > 0 && (
        <section>
          <h3 className={own.heading}>{t('scenarios.cheapest.order')}</h3>
          <ol className={own.order}>
            {order.map(({ row, after, spent }) => (
              <li key={row}>
                <span>{rowName(row)}</span>
                <span className={own.bar} aria-hidden="true">
                  <span style={{ inlineSize: `${most > 0 ? (100 * spent) / most : 0}%` }} />
                </span>
                <span className={styles.place}>
                  {t('scenarios.cheapest.after', { number: String(after), amount: amount(spent) })}
                </span>
              </li>
            ))}
          </ol>
        </section>
      )}
      <MeasuresByUnit choices={choices} amount={amount} />
      <PassedOver measures={start.measures} />
    </>
  )
}

/** What no choice could be made of, so that nobody takes the list for all there is. */
function PassedOver({ measures }: Pick<AskedCheapest, 'measures'>) {
  const { catalog } = useCity()
  const { t, say, language } = useWords()
  const lines = measures.flatMap(({ measure, standing, unpriced, refused }) => {
    const what = [
      ...(standing > 0 ? [t('scenarios.cheapest.standing', { number: String(standing) })] : []),
      ...(unpriced > 0 ? [t('scenarios.cheapest.unpriced', { number: String(unpriced) })] : []),
      ...refused.map(({ reason, count }) =>
        t('scenarios.cheapest.refused', { number: String(count), why: say(reason) }),
      ),
    ]
    if (what.length === 0) return []
    const title = say(catalog.measures.find(({ id }) => id === measure)?.title ?? { zh: measure })
    return [{ measure, text: `${title}: ${what.join(language === 'en' ? ', ' : '，')}` }]
  })
  return lines.map(({ measure, text }) => (
    <p key={measure} className={styles.place}>
      {t('scenarios.cheapest.passed', { what: text })}
    </p>
  ))
}
