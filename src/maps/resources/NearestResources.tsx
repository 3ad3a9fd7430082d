import { useMemo } from 'react'
import { useCity } from '#city/CityContext.ts'
import { useAnswer } from '#city/useAnswer.ts'
import type { FeatureDetail } from '#engine/engineApi.ts'
import type { Nearest, NotUsable } from '#engine/response/responseVerbs.ts'
import { formatNumber } from '#i18n/formatNumber.ts'
import { sayIn } from '#i18n/sayIn.ts'
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

/** The resources nearest to a feature by straight line, and said to be so; those that cannot be used stand apart. */
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
  const { t, language, say } = useWords()
  const feeds = useMemo(() => listFeeds(catalog, 'resources'), [catalog])
  const {
    answer: nearest,
    fault,
    unreadable,
  } = useAnswer({
    feeds,
    key: ['nearest', feed, id, at],
    ask: (engine) => engine.nearest({ at, feeds, limit: SHOWN, from: { feed, id } }),
  })
  useNearestOnMap(from, nearest?.usable)
  if (fault !== null) return <State kind="failing" title={t('shell.respond.nearestFailed', { why: fault })} />
  if (!nearest) return <Waiting lines={6} label={t('shell.respond.loadingNearest')} />
  const { usable, notUsable } = nearest
  const missing = unreadable.map((each) => say(feedTitle(catalog, each))).join(language === 'en' ? ', ' : '、')
  return (
    <>
      {missing !== '' && (
        <p className={styles.missing} role="alert">
          {t('shell.respond.notRead', { names: missing })}
        </p>
      )}
      {usable.length > 0 ? (
        <>
          <p className={styles.note}>{t('shell.respond.straightNote')}</p>
          <NearTable label={t('shell.respond.nearest')} found={usable} />
        </>
      ) : (
        missing === '' && (
          <State
            kind="empty"
            title={t(notUsable.length > 0 ? 'shell.respond.noneUsable' : 'shell.respond.noResources')}
          />
        )
      )}
      {notUsable.length > 0 && (
        <>
          <h4 className={styles.apart}>{t('shell.respond.notUsable')}</h4>
          <NearTable label={t('shell.respond.notUsable')} found={notUsable} />
        </>
      )}
    </>
  )
}

function NearTable({ label, found }: { readonly label: string; readonly found: readonly (Nearest | NotUsable)[] }) {
  const { t } = useWords()
  return (
    <table className={styles.table} aria-label={label}>
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
        {found.map((near) => (
          <NearRow key={`${near.feature.feed} ${near.feature.id}`} near={near} />
        ))}
      </tbody>
    </table>
  )
}

function NearRow({ near }: { readonly near: Nearest | NotUsable }) {
  const { feature: resource, metres } = near
  const { catalog } = useCity()
  const { t, language, say } = useWords()
  return (
    <tr>
      <td>
        <button type="button" className={styles.go} onClick={() => pickFeature(resource)}>
          {featureName(resource, language) ?? resource.id}
        </button>
        {'reason' in near && <div className={styles.note}>{sayIn(near.reason, language)}</div>}
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
