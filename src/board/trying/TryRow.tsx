import { useEffect, useId, useMemo, useState } from 'react'
import { useCity } from '#city/CityContext.ts'
import { engineJob } from '#city/engineJob.ts'
import { hasFeatures, methodOf } from '#city/methodOf.ts'
import { useLatest } from '#city/useLatest.ts'
import { useSettledFeeds } from '#city/useSettledFeeds.ts'
import type { ParameterOverride } from '#core/model/evaluation.ts'
import type { StandardMetric } from '#core/model/standard.ts'
import { formatNumber } from '#i18n/formatNumber.ts'
import { formatQuantity, joinFigure } from '#i18n/formatQuantity.ts'
import { useWords, type Words } from '#i18n/useWords.ts'
import { Button } from '#ui/Button.tsx'
import { Quantity } from '#ui/Quantity.tsx'
import { StandingMark } from '#views/standing/StandingMark.tsx'
import { standingOf, standingWords } from '#views/standing/standing.ts'
import { useNames } from '../inspector/useNames'
import { valueWords } from '../robustness/robustnessWords'
import type { RowView } from '../rows/rowView'
import { type OpenNumber, openNumbers } from './openNumbers'
import styles from './Trying.module.css'
import { NOT_TRIED, useTried } from './tried'

const NO_FEEDS: readonly string[] = []

interface Props {
  readonly view: RowView
  readonly metric: StandardMetric
  readonly scope: string | null
}

/** Threshold and radius of the open row by slider: what it would be, computed exactly, and never taken for what it is. */
export function TryRow({ view, metric, scope }: Props) {
  const words = useWords()
  const { t, say, language } = words
  const city = useCity()
  const { row } = view
  const { engine, feedsByIndicator } = city
  const names = useNames(row)
  const numbers = useMemo(() => openNumbers(city, row.id, metric.id), [city, row.id, metric.id])
  const [values, setValues] = useState<Readonly<Record<string, number>>>({})
  const { settled, stamp } = useSettledFeeds(feedsByIndicator[row.id] ?? NO_FEEDS)
  const tried = useMemo(() => settingsOf(row.id, numbers, values), [row.id, numbers, values])
  const method = methodOf(city, row.id, metric.id)
  const drawn = method !== null && hasFeatures(method)

  // One at a time and the newest next, so that number and star keep moving while somebody drags.
  const computed = useLatest(
    // biome-ignore lint/correctness/useExhaustiveDependencies: other feeds are another question
    useMemo(
      () =>
        tried && settled
          ? async () =>
              (await engine.evaluate({ scope, only: [row.id], ...tried })).indicators.find(({ id }) => id === row.id) ??
              null
          : null,
      [engine, scope, row.id, tried, settled, stamp],
    ),
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: other feeds are another question
  useEffect(() => {
    if (!tried) {
      useTried.setState(NOT_TRIED)
      return
    }
    useTried.setState({ row: row.id })
    if (!drawn || !settled) return
    const given = new AbortController()
    engineJob(engine, given.signal, (job) =>
      engine.explain({ scope, indicator: row.id, metric: metric.id, ...tried, job }),
    ).then(
      (explanation) => {
        if (!given.signal.aborted) useTried.setState({ row: row.id, explanation })
      },
      // Superseded by the next step, or as faulty as the evaluation beside it, which says why.
      () => {},
    )
    return () => given.abort()
  }, [engine, scope, row.id, metric.id, tried, drawn, settled, stamp])
  useEffect(() => () => useTried.setState(NOT_TRIED), [])

  if (numbers.length === 0) return <p className={styles.quiet}>{t('atHand.trying.none')}</p>
  const now = tried ? computed.answer : null
  const value = now?.metrics[metric.id]?.value ?? null
  const before = view.result?.metrics[metric.id]?.value ?? null
  return (
    <div className={styles.body}>
      {numbers.map((number) => (
        <Slider
          key={number.key}
          number={number}
          name={
            number.words === null
              ? t('atHand.trying.radius')
              : number.sets && number.sets.metric !== metric.id
                ? `${say(number.words)} · ${names.part(number.sets.metric)}`
                : say(number.words)
          }
          value={values[number.key] ?? number.published}
          onChange={(next) => setValues({ ...values, [number.key]: next })}
          words={words}
        />
      ))}
      {tried ? (
        <>
          <p className={styles.notPublished}>{t('atHand.trying.notPublished')}</p>
          <section className={styles.result} aria-label={t('atHand.trying.tried')} aria-busy={computed.busy}>
            {computed.fault ? (
              <p role="alert">{t('atHand.trying.failed', { why: computed.fault })}</p>
            ) : (
              <>
                <Quantity value={formatQuantity(value, metric.unit, language)} size="number" stale={computed.busy} />
                <StandingMark standing={standingOf(row, now)} />
                <output>{standingWords(standingOf(row, now), words)}</output>
                <span className={styles.quiet}>
                  {t('atHand.trying.was', { value: joinFigure(formatQuantity(before, metric.unit, language)) })}
                  {' · '}
                  {standingWords(view.standing, words)}
                </span>
              </>
            )}
          </section>
          <p className={styles.quiet}>{t('atHand.trying.gapsAway')}</p>
          <p>
            <Button icon="refresh" onClick={() => setValues({})}>
              {t('atHand.trying.putBack')}
            </Button>
          </p>
        </>
      ) : (
        <p className={styles.quiet}>{t('atHand.trying.atPublished')}</p>
      )}
    </div>
  )
}

/** What the engine is to compute with; null where everything is as published. */
function settingsOf(
  indicator: string,
  numbers: readonly OpenNumber[],
  values: Readonly<Record<string, number>>,
): { readonly overrides: readonly ParameterOverride[]; readonly radius: number } | null {
  const moved = numbers.filter(({ key, published }) => values[key] !== undefined && values[key] !== published)
  if (moved.length === 0) return null
  return {
    overrides: moved.flatMap(({ key, sets }) => (sets ? [{ indicator, ...sets, value: values[key] }] : [])),
    radius: values.radius ?? 1,
  }
}

interface SliderProps {
  readonly number: OpenNumber
  readonly name: string
  readonly value: number
  readonly onChange: (value: number) => void
  readonly words: Words
}

function Slider({ number, name, value, onChange, words }: SliderProps) {
  const { as, published, metres, min, max, step } = number
  const id = useId()
  const said = (at: number) =>
    metres === null ? valueWords(as, at, words) : `${formatNumber(Math.round(at * metres), words.language)} m`
  const mark = said(published)
  // Where steps do not meet it, the published value is still reached: near it the slider falls into place.
  const snapped = (next: number) => (Math.abs(next - published) < step / 2 ? published : next)
  return (
    <div className={styles.slider}>
      <label htmlFor={id}>{name}</label>
      <output htmlFor={id} className={styles.value}>
        {said(value)}
      </output>
      <div className={styles.track}>
        <input
          id={id}
          type="range"
          min={min}
          max={max}
          step={step}
          value={value}
          aria-valuetext={[said(value), words.t('atHand.trying.published', { value: mark })].join(
            words.t('indicators.next.comma'),
          )}
          onChange={({ currentTarget }) => onChange(snapped(currentTarget.valueAsNumber))}
        />
        <span
          className={styles.mark}
          aria-hidden="true"
          style={{ insetInlineStart: `calc(0.5rem + (100% - 1rem) * ${(published - min) / (max - min)})` }}
        >
          ▲
        </span>
      </div>
      <span className={styles.quiet}>{words.t('atHand.trying.published', { value: mark })}</span>
    </div>
  )
}
