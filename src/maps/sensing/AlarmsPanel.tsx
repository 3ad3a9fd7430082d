import { useCity } from '#city/CityContext.ts'
import { useWords } from '#i18n/useWords.ts'
import { useLists } from '#state/lists.ts'
import { useView } from '#state/view.ts'
import { Skeleton } from '#ui/Skeleton.tsx'
import { CardMessage } from '#views/cards/CardMessage.tsx'
import { useFeedStanding } from '#views/cards/useFeedStanding.ts'
import { isOutOfDate } from '#views/health/feedStanding.ts'
import { ScopeSwitch } from '#views/table/ScopeSwitch.tsx'
import { AlarmList } from './AlarmList'
import styles from './Alarms.module.css'
import { useAlarms, watchedFeeds } from './useAlarms'

const MOST = 200

/** The alarms of a feed of devices at a desk, with what can be done about each. */
export function AlarmsPanel({ feed }: { readonly feed: string }) {
  const { t } = useWords()
  const onShow = useView((view) => view.scope)
  const everywhere = useLists((lists) => lists.everywhere)
  const scope = everywhere ? null : onShow
  const { now, ...standing } = useFeedStanding(feed)
  const { answer, fault } = useAlarms(feed, scope, MOST)
  const { answer: inCity } = useAlarms(feed, null, MOST)
  if (fault !== null) return <CardMessage tone="failing">{t('cards.answerFailed', { why: fault })}</CardMessage>
  if (!answer) return <Skeleton shape="lines" lines={5} />
  return (
    <>
      {onShow !== null && (
        <p className={styles.counts}>
          <ScopeSwitch
            scope={onShow}
            outside={(inCity?.total ?? answer.total) - answer.total}
            everywhere={everywhere}
          />
        </p>
      )}
      <AlarmList answer={answer} scope={scope} now={now} hands current={!isOutOfDate(standing)} />
    </>
  )
}

/** The alarms of every feed that is watched over. */
export function WatchedAlarms() {
  const { catalog } = useCity()
  return watchedFeeds(catalog).map((feed) => <AlarmsPanel key={feed} feed={feed} />)
}
