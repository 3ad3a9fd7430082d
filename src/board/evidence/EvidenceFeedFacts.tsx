import type { FeedReport } from '#core/model/feedReport.ts'
import { formatNumber } from '#i18n/formatNumber.ts'
import { useWords } from '#i18n/useWords.ts'
import { classes } from '#ui/classes.ts'
import styles from './Evidence.module.css'

/** As many hex digits as tell two readings of a feed apart at a glance. */
const SHORT = 12

/** What the door let in of a feed, and the hash of the bytes it saw; the whole hash on hover and when copied. */
export function EvidenceFeedFacts({ report }: { readonly report: FeedReport | null }) {
  const { t, language } = useWords()
  const className = classes(styles.facts, styles.feed)
  if (!report) return <p className={className}>{t('evidence.notRead')}</p>
  const { read, accepted, quarantined, sha256 } = report
  return (
    <p className={className}>
      <span>
        {t('evidence.counts', { read: formatNumber(read, language), accepted: formatNumber(accepted, language) })}
        {quarantined.length > 0 && ` · ${t('evidence.quarantined', { count: quarantined.length })}`}
      </span>
      <code title={sha256}>{t('evidence.sha256', { short: sha256.slice(0, SHORT) })}</code>
    </p>
  )
}
