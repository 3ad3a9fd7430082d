import { useMemo } from 'react'
import { useCity } from '#city/CityContext.ts'
import { useJobAnswer } from '#city/useJobAnswer.ts'
import type { CheckedSystem } from '#engine/systems/systemsCheck.ts'
import { formatNumber } from '#i18n/formatNumber.ts'
import { useWords } from '#i18n/useWords.ts'
import { Button } from '#ui/Button.tsx'
import { Icon } from '#ui/Icon.tsx'
import { feedTitle } from '../facts/featureName'
import styles from './HealthPanel.module.css'

/** Which feeds lie by the roads in another coordinate system than the catalog says: an offset of half a kilometre nobody sees on the map. */
export function SystemsChecked() {
  const { catalog } = useCity()
  const { t, say, language } = useWords()
  // All are read for it, but for those that change by the second.
  const feeds = useMemo(() => catalog.feeds.flatMap(({ id, live }) => (live ? [] : [id])).sort(), [catalog])
  const { answer, fault, progress, stopped, stop, again } = useJobAnswer({
    feeds,
    verb: 'checkSystems',
    key: [],
    ask: (engine, job, tell) => engine.checkSystems({ job }, tell),
  })
  const titleOf = (feed: string): string => say(feedTitle(catalog, feed))
  const listed = (feeds: readonly string[]): string => feeds.map(titleOf).join(language === 'en' ? ', ' : '、')
  if (fault !== null) return <p role="alert">{t('shell.health.systems.failed', { why: fault })}</p>
  if (!answer) {
    return (
      <p className={styles.lead} role="status">
        {t('shell.health.systems.going', { done: String(progress.done), of: String(progress.of) })}{' '}
        <Button onClick={stopped ? again : stop}>
          {t(stopped ? 'robustness.job.again' : 'robustness.job.cancel')}
        </Button>
      </p>
    )
  }
  if (answer.roads.length === 0) return <p role="status">{t('shell.health.systems.noRoads')}</p>
  const of = (verdict: CheckedSystem['verdict']) => answer.checked.filter((each) => each.verdict === verdict)
  const unclear = of('cannot-tell')
  return (
    <section className={styles.systems} aria-label={t('shell.health.systems.title')}>
      <h3>{t('shell.health.systems.title')}</h3>
      {of('another').map((each) => (
        <p key={each.feed} role="alert" className={styles.insecure}>
          <Icon name="warning" /> {anotherWords(each)}
        </p>
      ))}
      {of('another').length === 0 && <p role="status">{t('shell.health.systems.none')}</p>}
      <p className={styles.judged}>
        {[
          t('shell.health.systems.agree', { count: of('as-declared').length }),
          ...(unclear.length > 0
            ? [t('shell.health.systems.unclear', { titles: listed(unclear.map(({ feed }) => feed)) })]
            : []),
          t('shell.health.systems.roads', { titles: listed(answer.roads) }),
        ].join(language === 'en' ? ' ' : '')}
      </p>
    </section>
  )

  function anotherWords({ feed, declared, fits }: CheckedSystem): string {
    const [best] = fits ?? []
    const metres = (value: number | undefined) => formatNumber(Math.round(value ?? 0), language)
    return t('shell.health.systems.another', {
      title: titleOf(feed),
      declared: t(`shell.health.systems.systems.${declared}`),
      system: t(`shell.health.systems.systems.${best?.system ?? declared}`),
      metres: metres(best?.metres),
      instead: metres(fits?.find(({ system }) => system === declared)?.metres),
    })
  }
}
