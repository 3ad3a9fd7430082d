import { useMemo } from 'react'
import { useCity } from '#city/CityContext.ts'
import { useAnswer } from '#city/useAnswer.ts'
import type { FeatureDetail } from '#engine/engineApi.ts'
import type { Nearest } from '#engine/response/responseVerbs.ts'
import { formatNumber } from '#i18n/formatNumber.ts'
import { useWords } from '#i18n/useWords.ts'
import { State } from '#ui/State.tsx'
import { Waiting } from '#ui/Waiting.tsx'
import { featureName, feedTitle } from '#views/facts/featureName.ts'
import { pickFeature } from '#views/facts/pickFeature.ts'
import { listFeeds } from '#views/table/responseFeeds.ts'
import styles from './NearestResources.module.css'
import { useNearestOnMap } from './useNearestOnMap'

const SHOWN = 12
/** From here on, metres rounded to tens would read 1000. */
const ROUNDS_TO_A_KILOMETRE = 995

/** The resources nearest to a feature by straight line, and said to be so. */
export function NearestResources({ detail }: { readonly detail: FeatureDetail }) {
  const { t } = useWords()
  return (
    <section className={styles.nearest}>
      <h3>{t('shell.respond.nearest')}</h3>
      {detail.at ? <Answer from={detail} at={detail.at} /> : <State kind="empty" title={t('shell.respond.noPlace')} />}
    </section>
  )
}

interface AnswerProps {
  readonly from: FeatureDetail
  readonly at: NonNullable<FeatureDetail['at']>
}

/** One question of the engine, however many resources there are and however often one of them moves. */
function Answer({ from, at }: AnswerProps) {
  const { feed, id } = from
  const { catalog } = useCity()
  const { t } = useWords()
  const feeds = useMemo(() => listFeeds(catalog, 'resources'), [catalog])
  const { answer: nearest } = useAnswer({
    feeds,
    key: ['nearest', feed, id, at],
    ask: (engine) => engine.nearest({ at, feeds, limit: SHOWN, but: { feed, id } }),
  })
  useNearestOnMap(from, nearest)
  if (!nearest) return <Waiting lines={6} label={t('shell.respond.loadingNearest')} />
  if (nearest.length === 0) return <State kind="empty" title={t('shell.respond.noResources')} />
  return (
    <>
      <p className={styles.note}>{t('shell.respond.straightNote')}</p>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('shell.respond.name')}</th>
            <th scope="col">{t('shell.respond.kind')}</th>
            <th scope="col" data-numeric>
              {t('shell.respond.straight')}
            </th>
          </tr>
        </thead>
        <tbody>
          {nearest.map((near) => (
            <NearRow key={`${near.feature.feed} ${near.feature.id}`} near={near} />
          ))}
        </tbody>
      </table>
    </>
  )
}

function NearRow({ near: { feature: resource, metres } }: { readonly near: Nearest }) {
  const { catalog } = useCity()
  const { t, language, say } = useWords()
  return (
    <tr>
      <td>
        <button type="button" className={styles.go} onClick={() => pickFeature(resource)}>
          {featureName(resource, language) ?? resource.id}
        </button>
      </td>
      <td>{say(feedTitle(catalog, resource.feed))}</td>
      <td data-numeric>
        {metres < ROUNDS_TO_A_KILOMETRE
          ? t('shell.distance.metres', { n: Math.round(metres / 10) * 10 })
          : t('shell.distance.kilometres', {
              n: formatNumber(metres / 1000, language, { decimals: 1, fixed: true }),
            })}
      </td>
    </tr>
  )
}
