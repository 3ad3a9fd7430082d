import { useAllConnections } from '#city/connections.ts'
import { useWords } from '#i18n/useWords.ts'
import { useEngineHealth } from '#state/engine.ts'
import { useMapFaults } from '#state/mapFaults.ts'
import { Badge } from '#ui/Badge.tsx'
import styles from './FreshnessLine.module.css'
import { summarizeFeeds } from './feedStanding'
import { openHealthPanel } from './healthPanelState'
import { useFeedStandings } from './useFeedStandings'

/** "n of m feeds current, some not read, k quarantined": always in sight, and the way to data health. */
export function FreshnessLine() {
  const { t, language, say } = useWords()
  const { all, live, unread, quarantined } = summarizeFeeds(useFeedStandings())
  const engine = useEngineHealth(({ state }) => state)
  const broken = Object.values(useAllConnections()).filter(({ kind }) => kind === 'waiting').length
  const undrawn = useMapFaults(({ faults }) => new Set(faults.map(({ source }) => source)).size)
  const names = unread.map(({ feed }) => say(feed.title ?? { zh: feed.id })).join(language === 'en' ? ', ' : '、')
  const unreadTitle = unread.length > 0 ? t('shell.health.unreadNames', { names }) : null
  return (
    <button
      type="button"
      className={styles.line}
      aria-haspopup="dialog"
      onClick={openHealthPanel}
      title={[t('shell.health.action'), unreadTitle].filter(Boolean).join('\n')}
    >
      {engine !== 'well' && <Badge tone={engine === 'busy' ? 'warn' : 'bad'}>{t(`shell.engine.${engine}`)}</Badge>}
      <Badge tone={live + unread.length < all || engine !== 'well' ? 'warn' : unread.length > 0 ? 'unknown' : 'good'}>
        {t('shell.health.summary', { live, all })}
      </Badge>
      {unread.length > 0 && <span className={styles.unread}>{t('shell.health.unread', { count: unread.length })}</span>}
      {undrawn > 0 && <Badge tone="bad">{t('shell.health.mapFaults', { count: undrawn })}</Badge>}
      {broken > 0 && <Badge tone="bad">{t('live.broken', { count: broken })}</Badge>}
      {quarantined > 0 && (
        <span className={styles.quarantined}>{t('shell.health.quarantined', { count: quarantined })}</span>
      )}
    </button>
  )
}
