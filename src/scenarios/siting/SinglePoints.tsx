import { useMemo, useState } from 'react'
import { useCity } from '#city/CityContext.ts'
import { useAnswer } from '#city/useAnswer.ts'
import { useJobAnswer } from '#city/useJobAnswer.ts'
import type { Expression } from '#core/model/compileExpression.ts'
import type { SinglePoint } from '#engine/siting/sitingRequest.ts'
import { formatNumber } from '#i18n/formatNumber.ts'
import { useWords } from '#i18n/useWords.ts'
import { useView } from '#state/view.ts'
import { Button } from '#ui/Button.tsx'
import { State } from '#ui/State.tsx'
import { feedTitle, listedName } from '#views/facts/featureName.ts'
import { useOpenFeature } from '#views/facts/useOpenFeature.ts'
import { useModels } from '../usePattern'
import styles from './Siting.module.css'

/** The worst so many are listed. */
const LISTED = 100

/** N−1: each site switched off in turn, those first without which most is lost. */
export function SinglePoints() {
  const { catalog, feedsByIndicator } = useCity()
  const { t, say } = useWords()
  const models = useModels()
  const feeds = useMemo(
    () =>
      [...models.keys()].filter((feed) =>
        catalog.indicators.some(({ metrics }) =>
          Object.values(metrics).some(({ method, by }) => (method === 'covered' || method === 'near') && by === feed),
        ),
      ),
    [catalog, models],
  )
  const [chosen, setChosen] = useState(feeds[0] ?? '')
  if (feeds.length === 0) return <State kind="empty" title={t('scenarios.single.noFeed')} />
  const needs = [
    ...new Set(Object.values(feedsByIndicator).flatMap((needed) => (needed.includes(chosen) ? needed : []))),
  ]
  return (
    <>
      <p className={styles.place}>{t('scenarios.single.hint')}</p>
      <div className={styles.form}>
        <label htmlFor="single-feed">{t('scenarios.single.feed')}</label>
        <select id="single-feed" value={chosen} onChange={({ target }) => setChosen(target.value)}>
          {feeds.map((feed) => (
            <option key={feed} value={feed}>
              {say(feedTitle(catalog, feed))}
            </option>
          ))}
        </select>
      </div>
      <Points key={chosen} feed={chosen} needs={needs} />
    </>
  )
}

function Points({ feed, needs }: { readonly feed: string; readonly needs: readonly string[] }) {
  const { standard } = useCity()
  const { t, say, language } = useWords()
  const scope = useView((view) => view.scope)
  const { answer, fault, busy, progress, stopped, stop, again } = useJobAnswer({
    feeds: needs,
    verb: 'singlePoints',
    key: [feed, scope],
    ask: (engine, job, tell) => engine.singlePoints({ feed, scope, weight: null, job }, tell),
  })
  if (fault !== null) return <State kind="failing" title={t('scenarios.impactFailed', { why: fault })} />
  if (!answer) {
    return (
      <p role="status">
        {stopped
          ? t('scenarios.single.stopped')
          : t('scenarios.single.going', { done: String(progress.done), of: String(progress.of) })}{' '}
        <Button onClick={stopped ? again : stop}>{t(stopped ? 'scenarios.single.again' : 'scenarios.cancel')}</Button>
      </p>
    )
  }
  const { points, metrics, unmeasured } = answer
  const rowName = (id: string): string => say(standard.rows.find((row) => row.id === id)?.name ?? { zh: id })
  return (
    <>
      {unmeasured.map(({ indicator, metric, reason }) => (
        <p key={`${indicator} ${metric}`} role="alert">
          {t('scenarios.single.unmeasured', { row: rowName(indicator), why: say(reason) })}
        </p>
      ))}
      <p role="status" aria-busy={busy}>
        {metrics.length === 0
          ? t('scenarios.single.nothingMeasured')
          : points.length === 0
            ? t(unmeasured.length > 0 ? 'scenarios.single.noneOfMeasured' : 'scenarios.single.none')
            : t('scenarios.single.found', { count: points.length, formatted: formatNumber(points.length, language) })}
      </p>
      <PointList feed={feed} points={points.slice(0, LISTED)} rowName={rowName} />
      {points.length > LISTED && (
        <p className={styles.place}>{t('scenarios.single.more', { formatted: formatNumber(LISTED, language) })}</p>
      )}
    </>
  )
}

interface ListProps {
  readonly feed: string
  readonly points: readonly SinglePoint[]
  readonly rowName: (id: string) => string
}

function PointList({ feed, points, rowName }: ListProps) {
  const { t, language } = useWords()
  const open = useOpenFeature()
  const { answer: names } = useAnswer({
    feeds: [feed],
    key: ['names', feed, points.map(({ id }) => id)],
    ask: async (engine) => {
      const where: Expression = ['in', ['to-string', ['get', 'id']], ['literal', points.map(({ id }) => id)]]
      const { rows } = await engine.rows({ feed, columns: ['name', 'name_en'], where })
      return new Map(rows.map((row) => [row.id, row]))
    },
  })
  const nameOf = (id: string): string => {
    const row = names?.get(id)
    const [name, english] = row?.cells ?? []
    return listedName(
      { id, name: typeof name === 'string' ? name : null, nameEn: typeof english === 'string' ? english : null },
      language,
    )
  }
  if (points.length === 0) return null
  return (
    <ol className={styles.chosen}>
      {points.map(({ id, mapId, rows, starsLost, places }, at) => (
        <li key={id}>
          <button type="button" onClick={() => open(feed, mapId)}>
            <span className={styles.number}>{at + 1}</span>
            <span>
              {nameOf(id)} <span className={styles.place}>{id}</span>
              {rows.length > 0 && (
                <span className={styles.place}> {rows.map(({ indicator }) => rowName(indicator)).join(' · ')}</span>
              )}
            </span>
            <span>
              {starsLost > 0 && <strong>{t('scenarios.single.stars', { formatted: String(starsLost) })} </strong>}
              {t('scenarios.single.places', { formatted: formatNumber(places.length, language) })}
            </span>
          </button>
        </li>
      ))}
    </ol>
  )
}
