import { useMemo } from 'react'
import { caseClockOf } from '#catalog/caseClockOf.ts'
import { useCity } from '#city/CityContext.ts'
import { useNow } from '#city/useNow.ts'
import { readCase } from '#core/cases/caseRecord.ts'
import { withPending } from '#core/cases/withPending.ts'
import type { FeatureDetail } from '#engine/engineApi.ts'
import { pendingActions } from '#feeds/actions/createOutbox.ts'
import { useWords } from '#i18n/useWords.ts'
import { useMoment } from '#state/world.ts'
import { ActionPanel } from './ActionPanel'
import styles from './CaseDetail.module.css'
import { CaseDuplicates } from './CaseDuplicates'
import { CaseHistory } from './CaseHistory'
import { CaseLadder } from './CaseLadder'
import { CaseStanding } from './CaseStanding'
import { useOutbox } from './deskOutbox'

/** A case at the desk: time left, what can be done, the seven stages with their clocks, and all that happened. */
export function CaseDetail({ detail }: { readonly detail: FeatureDetail }) {
  const { catalog } = useCity()
  const { t } = useWords()
  const now = useNow()
  const past = useMoment() !== null
  const { view } = useOutbox()
  const feed = catalog.feeds.find(({ id }) => id === detail.feed)
  const entries = useMemo(
    () => view.entries.filter(({ action }) => action.feed === detail.feed && action.feature === detail.id),
    [view, detail.feed, detail.id],
  )
  const properties = useMemo(
    () => (past ? detail.properties : withPending(detail.properties, pendingActions(entries), now)),
    [past, detail.properties, entries, now],
  )
  const record = readCase(properties)
  const geometry = detail.at && { type: 'Point' as const, coordinates: [...detail.at] }
  const clock = feed && caseClockOf(catalog, feed)({ geometry, properties }, now)
  if (!record || !clock) {
    return <p className={styles.caption}>{t('desk.unreadable', { stage: String(detail.properties.stage ?? '—') })}</p>
  }
  return (
    <div className={styles.detail}>
      <CaseStanding clock={clock} now={now} defined={feed.clock !== undefined} />
      {past ? (
        <p className={styles.caption}>{t('desk.actions.past')}</p>
      ) : (
        <ActionPanel key={detail.id} detail={detail} record={record} />
      )}
      <CaseLadder record={record} clock={clock} now={now} />
      <CaseDuplicates feed={detail.feed} id={detail.id} />
      <CaseHistory history={properties.history} returned={record.returned} entries={entries} now={now} />
    </div>
  )
}
