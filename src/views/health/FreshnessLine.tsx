import { useAllConnections } from '#city/connections.ts'
import { useWords } from '#i18n/useWords.ts'
import { Badge } from '#ui/Badge.tsx'
import styles from './FreshnessLine.module.css'
import { summarizeFeeds } from './feedStanding'
import { openHealthPanel } from './healthPanelState'
import { useFeedStandings } from './useFeedStandings'

/** "n of m feeds current, k quarantined": always in sight, and the way to data health. */
export function FreshnessLine() {
  const { t } = useWords()
  const { used, live, loading, quarantined } = summarizeFeeds(useFeedStandings())
  const broken = Object.values(useAllConnections()).filter(({ kind }) => kind === 'waiting').length
  const words = used === 0 ? t('shell.health.none') : t('shell.health.summary', { live, used })
  return (
    <button
      type="button"
      className={styles.line}
      aria-haspopup="dialog"
      onClick={openHealthPanel}
      title={t('shell.health.action')}
    >
      <Badge tone={used === 0 ? 'unknown' : live + loading === used ? 'good' : 'warn'}>{words}</Badge>
      {broken > 0 && <Badge tone="bad">{t('live.broken', { count: broken })}</Badge>}
      {quarantined > 0 && (
        <span className={styles.quarantined}>{t('shell.health.quarantined', { count: quarantined })}</span>
      )}
    </button>
  )
}
