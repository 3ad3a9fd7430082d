import { useMemo } from 'react'
import { useCity } from '#city/CityContext.ts'
import { useJobAnswer } from '#city/useJobAnswer.ts'
import type { OutTable } from '#core/table/outTable.ts'
import type { Coverage, Sight as Seen, SeenMetric } from '#engine/sight/sightRequest.ts'
import { formatNumber } from '#i18n/formatNumber.ts'
import { formatQuantity, joinFigure } from '#i18n/formatQuantity.ts'
import { useWords } from '#i18n/useWords.ts'
import { RatioBar } from '#ui/RatioBar.tsx'
import { State } from '#ui/State.tsx'
import { Waiting } from '#ui/Waiting.tsx'
import { feedTitle, listedName } from '#views/facts/featureName.ts'
import { useOpenFeature } from '#views/facts/useOpenFeature.ts'
import { SketchLegend } from '#views/layers/SketchLegend.tsx'
import { TakeTable } from '#views/out/TakeTable.tsx'
import { useSketch } from '#views/sketches/useSketches.ts'
import { useFailureWords } from '../inspector/useNames'
import listStyles from '../list/List.module.css'
import { rowAbout } from '../paper/rowFacts'
import { JobProgress } from '../robustness/JobProgress'
import styles from './Gaps.module.css'
import { sightSketch } from './sightSketch'

/** So many places are listed. */
const LISTED = 100

interface Props {
  readonly indicator: string
  readonly metric: string
  readonly scope: string | null
  /** Feed of the cameras. */
  readonly feed: string
}

/** What the cameras behind a row really see: as declared, cut by buildings, and checked in the field; on the map while it is open. */
export function Sight({ indicator, metric, scope, feed }: Props) {
  const words = useWords()
  const { t, say } = words
  const failure = useFailureWords(indicator)
  const { catalog, feedsByIndicator } = useCity()
  const obstacles = catalog.feeds.find(({ id }) => id === feed)?.sight?.obstacles
  const feeds = useMemo(
    () => [...new Set([...(feedsByIndicator[indicator] ?? []), ...(obstacles ? [obstacles] : [])])].sort(),
    [feedsByIndicator, indicator, obstacles],
  )
  const { answer, fault, busy, progress, stop } = useJobAnswer({
    feeds,
    verb: 'sight',
    key: [feed, scope],
    ask: (engine, job, tell) => engine.sight({ feed, scope, job }, tell),
  })
  const seen = answer?.ok ? answer : null
  const url = seen?.url
  const confirmed = (seen?.confirmed ?? 0) > 0
  const sketch = useMemo(
    () => (url === undefined ? null : sightSketch(feed, url, confirmed, words)),
    [feed, url, confirmed, words],
  )
  useSketch(sketch)
  if (fault !== null) return <State kind="failing" title={t('gaps.sight.failed', { why: failure(fault) })} />
  if (answer?.ok === false) return <State kind="failing" title={t('gaps.sight.failed', { why: say(answer.fault) })} />
  if (!seen) {
    return progress.of > 0 ? (
      <JobProgress {...progress} label={t('gaps.sight.loading')} onCancel={stop} />
    ) : (
      <Waiting lines={4} label={t('gaps.sight.loading')} />
    )
  }
  const measured = seen.metrics.find((each) => each.indicator === indicator && each.metric === metric)
  return (
    <div className={styles.gaps} aria-busy={busy}>
      {measured && <Ratios measured={measured} />}
      {sketch && <SketchLegend sketches={[sketch]} />}
      <About seen={seen} />
      {measured && <OnPaper measured={measured} scope={scope} />}
    </div>
  )
}

function Ratios({ measured: { declared, seen, confirmed } }: { readonly measured: SeenMetric }) {
  const { t, language } = useWords()
  const lines: readonly (readonly [string, Coverage | null])[] = [
    [t('gaps.sight.declared'), declared],
    [t('gaps.sight.seen'), seen],
    [t('gaps.sight.confirmed'), confirmed],
  ]
  return (
    <table className={listStyles.table} aria-label={t('gaps.sight.title')}>
      <tbody>
        {lines.map(([word, coverage]) => {
          const ratio = typeof coverage?.value === 'number' ? coverage.value : null
          const share = joinFigure(formatQuantity(ratio, 'ratio', language))
          return (
            <tr key={word}>
              <th scope="row">
                {word}
                <RatioBar ratio={ratio} size="small" label={`${word} ${share}`} />
              </th>
              <td className={listStyles.figure}>
                {share}
                {coverage && (
                  <span className={listStyles.under}>
                    {t('gaps.sight.of', {
                      count: formatNumber(coverage.numerator ?? 0, language),
                      total: formatNumber(coverage.denominator ?? 0, language),
                    })}
                  </span>
                )}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

/** What the numbers rest on. */
function About({ seen }: { readonly seen: Seen }) {
  const { catalog } = useCity()
  const { t, say, language } = useWords()
  const number = (value: number) => formatNumber(value, language)
  const share = seen.declaredArea > 0 ? seen.seenArea / seen.declaredArea : null
  const lines = [
    t('gaps.sight.view', {
      ...{ count: seen.viewers, formatted: number(seen.viewers), cut: number(seen.cut) },
      share: joinFigure(formatQuantity(share, 'ratio', language)),
    }),
    seen.confirmed === null
      ? t('gaps.sight.noConfirmed')
      : t('gaps.sight.checked', { formatted: number(seen.confirmed) }),
    ...(seen.inside > 0 ? [t('gaps.sight.inside', { formatted: number(seen.inside) })] : []),
    ...(seen.heightless > 0 ? [t('gaps.sight.heightless', { formatted: number(seen.heightless) })] : []),
  ]
  const { feed, refused } = seen.obstacles
  return (
    <>
      <p className={listStyles.quiet}>{lines.join(language === 'en' ? ' ' : '')}</p>
      {refused > 0 && (
        <p className={listStyles.quiet} role="alert">
          {t('gaps.sight.refused', { formatted: number(refused), feed: say(feedTitle(catalog, feed)) })}
        </p>
      )}
    </>
  )
}

/** The places that count by the declared views alone. */
function OnPaper({ measured, scope }: { readonly measured: SeenMetric; readonly scope: string | null }) {
  const words = useWords()
  const { t, language } = words
  const city = useCity()
  const open = useOpenFeature()
  const { onPaper, subjects, indicator, metric } = measured
  if (onPaper.length === 0) return <p className={listStyles.quiet}>{t('gaps.sight.paperNone')}</p>
  const title = t('gaps.sight.paper', { count: onPaper.length })
  const share = (value: number | null) => joinFigure(formatQuantity(value, 'ratio', language))
  const table = (): OutTable => ({
    head: [t('indicators.subjects.id'), t('gaps.sight.place'), t('gaps.sight.declared'), t('gaps.sight.seen')],
    rows: onPaper.map((place) => [place.id, listedName(place, language), place.declared, place.seen]),
  })
  return (
    <>
      <table className={listStyles.table} aria-label={title}>
        <thead>
          <tr>
            <th scope="col">{title}</th>
            <th scope="col" className={listStyles.figure}>
              {t('gaps.sight.declared')}
            </th>
            <th scope="col" className={listStyles.figure}>
              {t('gaps.sight.seen')}
            </th>
          </tr>
        </thead>
        <tbody>
          {onPaper.slice(0, LISTED).map((place) => (
            <tr key={place.id}>
              <th scope="row">
                <button type="button" className={listStyles.name} onClick={() => open(subjects, place.mapId)}>
                  {listedName(place, language)}
                </button>
              </th>
              <td className={listStyles.figure}>{share(place.declared)}</td>
              <td className={listStyles.figure}>{share(place.seen)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {onPaper.length > LISTED && <p className={listStyles.quiet}>{t('gaps.sight.more', { count: LISTED })}</p>}
      <div className={listStyles.exports}>
        <TakeTable
          name={`${indicator}.${metric}.sight`}
          title={title}
          label={(form) => t('gaps.sight.csv', { form })}
          table={table}
          about={() => rowAbout(city, words, { indicator, metric, scope })}
        />
      </div>
    </>
  )
}
