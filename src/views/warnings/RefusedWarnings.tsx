import type { FeedReport } from '#core/model/feedReport.ts'
import { useWords } from '#i18n/useWords.ts'
import { Button } from '#ui/Button.tsx'
import { Icon } from '#ui/Icon.tsx'
import { openHealthPanel } from '../health/healthPanelState'
import styles from './RefusedWarnings.module.css'
import { refusedWarnings } from './refusedWarnings'

/** Refused warnings that are named with their reason; the others are in data health. */
const NAMED = 3

/** That warnings of a source were refused, how many and why: beside whatever else is said of it. Nothing where none was. */
export function RefusedWarnings({ report }: { readonly report: FeedReport | undefined }) {
  const { t, say } = useWords()
  const { unclear, elsewhere, count } = refusedWarnings(report)
  if (count === 0) return null
  const named = [...unclear, ...elsewhere].slice(0, NAMED)
  return (
    <div className={styles.refused} role="status" data-unclear={unclear.length > 0}>
      {unclear.length > 0 && (
        <p className={styles.head}>
          <Icon name="warning" />
          <span>{t('hazards.refused.unclear', { count: unclear.length })}</span>
        </p>
      )}
      {elsewhere.length > 0 && <p>{t('hazards.refused.elsewhere', { count: elsewhere.length })}</p>}
      <ul>
        {named.map(({ index, id, field, reason }) => (
          <li key={`${index} ${field}`}>{`${id ?? t('shell.health.noId')} · ${say(reason)}`}</li>
        ))}
      </ul>
      {count > named.length && (
        <Button quiet onClick={openHealthPanel}>
          {t('hazards.refused.all', { count })}
        </Button>
      )}
    </div>
  )
}
