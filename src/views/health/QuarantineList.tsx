import type { FeedReport } from '#core/model/feedReport.ts'
import { useWords } from '#i18n/useWords.ts'
import styles from './HealthPanel.module.css'

interface Props {
  readonly report: FeedReport
  readonly title: string
}

/** What the door kept out of one feed, feature by feature with the reason in words, and what it remarked. */
export function QuarantineList({ report, title }: Props) {
  const { t, say } = useWords()
  return (
    <div className={styles.quarantine}>
      {report.quarantined.length > 0 && (
        <table className={styles.inner} aria-label={t('shell.health.quarantineOf', { title })}>
          <thead>
            <tr>
              <th scope="col">{t('shell.health.index')}</th>
              <th scope="col">{t('shell.health.id')}</th>
              <th scope="col">{t('shell.health.field')}</th>
              <th scope="col">{t('shell.health.reason')}</th>
            </tr>
          </thead>
          <tbody>
            {report.quarantined.map((item) => (
              <tr key={`${item.index} ${item.field}`}>
                <td>{item.index}</td>
                <td>{item.id ?? t('shell.health.noId')}</td>
                <td>{item.field}</td>
                <td>{say(item.reason)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {report.notices.length > 0 && (
        <>
          <h3>{t('shell.health.notices')}</h3>
          <ul>
            {report.notices.map((notice) => (
              <li key={notice.reason.code}>
                {say(notice.reason)} · {t('shell.health.concerns', { count: notice.count })}
                {notice.ids.length > 0 && ` · ${notice.ids.join('、')}${notice.ids.length < notice.count ? ' …' : ''}`}
              </li>
            ))}
          </ul>
        </>
      )}
      <p className={styles.hash}>
        {t('shell.health.hash')} {report.sha256}
      </p>
    </div>
  )
}
