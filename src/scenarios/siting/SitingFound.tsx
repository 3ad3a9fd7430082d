import type { Feature } from 'geojson'
import { useMemo } from 'react'
import { useCity } from '#city/CityContext.ts'
import { measureOf } from '#city/methodOf.ts'
import { roundRatio } from '#core/indicators/ratioResult.ts'
import { type Edit, editedId } from '#core/model/world.ts'
import type { SitingStart } from '#engine/siting/sitingRequest.ts'
import type { SitingFound as Found } from '#engine/siting/sitingSearch.ts'
import { formatNumber, formatPercent } from '#i18n/formatNumber.ts'
import { useWords } from '#i18n/useWords.ts'
import { flyTo } from '#map/camera/cameraOf.ts'
import { showTool } from '#state/lists.ts'
import { addScenario, makeEdits, openScenarioOf, useScenarios } from '#state/scenarios.ts'
import { Button } from '#ui/Button.tsx'
import { type OwnSketch, useSketch } from '#views/sketches/useSketches.ts'
import { NUMBERED_MARKS } from '../numberedMarks'
import { placeOfTrial } from '../placing'
import styles from './Siting.module.css'
import { SitingCurve } from './SitingCurve'
import { clearSiting } from './sitingRun'

interface Props {
  readonly start: SitingStart
  readonly found: Found
  readonly going: boolean
  /** What is built. */
  readonly what: string
}

/** What was found, beside what cannot be exceeded; the sites in the order of building, on the map and in a list. */
export function SitingFound({ start, found, going, what }: Props) {
  const city = useCity()
  const { t, language } = useWords()
  const { before, indicator, metric, demand, standing, refused, weightless } = start
  const { built, curve, proved, edits } = found
  const figure = (value: number): string => formatNumber(roundRatio(value), language)
  const last = curve.at(-1)
  const value = before.weight + (last?.value ?? 0)
  const bound = before.weight + (last?.bound ?? 0)
  const gap = bound > 0 ? Math.max(0, (bound - value) / bound) : 0
  const counted = measureOf(city, indicator, metric) === 'features'
  const share = (weight: number): string =>
    counted && before.denominator ? ` (${formatPercent(weight / before.denominator, language)}%)` : ''
  const passed = refused.reduce((sum, { count }) => sum + count, 0)

  const sketch = useMemo((): OwnSketch | null => {
    const features = edits.flatMap((edit, at): Feature[] => {
      const place = placeOfTrial(edit)
      return place
        ? [{ type: 'Feature', geometry: { type: 'Point', coordinates: [...place] }, properties: { n: at + 1 } }]
        : []
    })
    if (features.length === 0) return null
    return {
      id: 'siting-found',
      title: t('scenarios.siting.title'),
      group: 'gap',
      source: { kind: 'features', features },
      style: NUMBERED_MARKS,
      legend: [{ word: t('scenarios.siting.title'), shape: 'point', color: '$accent' }],
      pickable: false,
    }
  }, [edits, t])
  useSketch(sketch)

  const nameOf = (at: number): string => t('scenarios.newName', { what, number: String(at + 1) })

  function take(): void {
    const named = edits.map((edit, at): Edit => {
      if (!('put' in edit)) return edit
      const { properties } = edit.put
      return { ...edit, put: { ...edit.put, properties: { ...properties, name: properties?.name ?? nameOf(at) } } }
    })
    if (openScenarioOf(useScenarios.getState())) makeEdits(named)
    else addScenario({ title: t('scenarios.siting.title'), city: city.catalog.city.code, edits: named })
    clearSiting()
    showTool('scenario')
  }

  return (
    <>
      <p role="status">
        {built.length === 0 && !going
          ? t(proved ? 'scenarios.siting.noneHelps' : 'scenarios.siting.noneFound')
          : t(going ? 'scenarios.siting.going' : proved ? 'scenarios.siting.proved' : 'scenarios.siting.notProved', {
              gap: formatPercent(gap, language),
            })}
      </p>
      <dl className={styles.facts}>
        <dt>{t('scenarios.before')}</dt>
        <dd>
          {figure(before.weight)}
          {share(before.weight)}
        </dd>
        <dt>{t('scenarios.siting.with', { number: String(built.length) })}</dt>
        <dd>
          {figure(value)}
          {share(value)}
        </dd>
        <dt>{t('scenarios.siting.bound')}</dt>
        <dd>
          {figure(bound)}
          {share(bound)}
        </dd>
        <dt>{t('scenarios.siting.candidates')}</dt>
        <dd>{figure(start.candidates)}</dd>
        <dt>{t('scenarios.siting.demand')}</dt>
        <dd>{figure(demand)}</dd>
        {standing + passed > 0 && (
          <>
            <dt>{t('scenarios.siting.passed')}</dt>
            <dd>{figure(standing + passed)}</dd>
          </>
        )}
        {weightless > 0 && (
          <>
            <dt>{t('scenarios.siting.weightless')}</dt>
            <dd>{figure(weightless)}</dd>
          </>
        )}
      </dl>
      <SitingCurve curve={curve} />
      {built.length > 0 && !going && (
        <p>
          <Button onClick={take}>{t('scenarios.siting.take')}</Button>
        </p>
      )}
      {built.length > 0 && (
        <ol className={styles.chosen}>
          {edits.map((edit, at) => {
            const place = placeOfTrial(edit)
            return (
              <li key={editedId(edit)}>
                <button type="button" disabled={!place} onClick={() => place && flyTo(place)}>
                  <span className={styles.number}>{at + 1}</span>
                  <span>
                    {nameOf(at)}{' '}
                    <span className={styles.place}>{place?.map((degrees) => degrees.toFixed(5)).join(', ')}</span>
                  </span>
                  <span>+{figure(built[at]?.gain ?? 0)}</span>
                </button>
              </li>
            )
          })}
        </ol>
      )}
    </>
  )
}
