import { useCity } from '#city/CityContext.ts'
import { scopeTitle } from '#city/scopeTitle.ts'
import { useJobAnswer } from '#city/useJobAnswer.ts'
import type { IndicatorResult } from '#core/model/evaluation.ts'
import type { StandardMetric, StandardRow } from '#core/model/standard.ts'
import { formatQuantity, joinFigure } from '#i18n/formatQuantity.ts'
import { useWords } from '#i18n/useWords.ts'
import { setView } from '#state/view.ts'
import { Button } from '#ui/Button.tsx'
import { StandingMark } from '#views/standing/StandingMark.tsx'
import { standingOf } from '#views/standing/standing.ts'
import { useNames } from '../inspector/useNames'
import { JobProgress } from '../robustness/JobProgress'
import { unknownWords } from '../words/reasonWords'
import styles from './Trying.module.css'

interface Props {
  readonly row: StandardRow
  readonly metric: StandardMetric
  readonly scope: string | null
}

/** The open row in every scope of the catalog and in the whole city, side by side. */
export function ByScope({ row, metric, scope }: Props) {
  const words = useWords()
  const { t, language } = words
  const city = useCity()
  const names = useNames(row)
  const ids = [...city.catalog.scopes.map(({ id }) => id), null]
  const feeds = [...new Set([...(city.feedsByIndicator[row.id] ?? []), ...city.catalog.scopes.map(({ feed }) => feed)])]
  const { answer, fault, progress } = useJobAnswer({
    feeds,
    verb: 'evaluate',
    key: ['scopes', row.id, ids],
    async ask(engine, job, onProgress) {
      const results: (IndicatorResult | null)[] = []
      for (const each of ids) {
        const { indicators } = await engine.evaluate({ scope: each, only: [row.id], job })
        results.push(indicators.find(({ id }) => id === row.id) ?? null)
        onProgress(results.length, ids.length)
      }
      return results
    },
  })
  if (ids.length === 1) return <p className={styles.quiet}>{t('atHand.scopes.none')}</p>
  if (fault !== null) return <p role="alert">{t('atHand.scopes.failed', { why: fault })}</p>
  if (!answer) {
    const { done, of } = progress
    return <JobProgress done={done} of={of} label={t('atHand.scopes.waiting', { done, of: of || ids.length })} />
  }
  return (
    <table className={styles.scopes} aria-label={t('atHand.scopes.title')}>
      <thead>
        <tr>
          <th scope="col">{t('atHand.scopes.scope')}</th>
          <th scope="col">{t('atHand.scopes.value')}</th>
          <th scope="col">{t('atHand.scopes.star')}</th>
        </tr>
      </thead>
      <tbody>
        {ids.map((id, at) => {
          const result = answer[at] ?? null
          const measured = result?.metrics[metric.id]
          return (
            <tr key={id ?? ''} aria-current={id === scope || undefined}>
              <th scope="row">
                {id === scope ? (
                  <>
                    {scopeTitle(city, id, words)} <span className={styles.quiet}>{t('atHand.scopes.onShow')}</span>
                  </>
                ) : (
                  <Button onClick={() => setView({ scope: id })}>{scopeTitle(city, id, words)}</Button>
                )}
              </th>
              <td>
                {joinFigure(formatQuantity(measured?.value ?? null, metric.unit, language))}
                {measured && measured.value === null && (
                  <span className={styles.quiet}> {unknownWords(measured.why, words, names)}</span>
                )}
              </td>
              <td>
                <StandingMark standing={standingOf(row, result)} />
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
