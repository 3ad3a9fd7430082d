import { useWords } from '#i18n/useWords.ts'
import { StandingMark } from '#views/standing/StandingMark.tsx'
import { standingWords } from '#views/standing/standing.ts'
import { RowFreshnessBadge } from '../rows/RowFreshnessBadge'
import type { RowView } from '../rows/rowView'
import { nextStarWords } from '../words/nextStarWords'
import { rowWhy } from '../words/reasonWords'
import styles from './InspectorHead.module.css'
import { useNames } from './useNames'

/** Which row this is, how it stands, and what the next star takes. */
export function InspectorHead({ view }: { readonly view: RowView }) {
  const words = useWords()
  const { t, say } = words
  const { row, standing } = view
  const why = rowWhy(view, words, useNames(row))
  return (
    <header className={styles.head}>
      <p className={styles.category}>
        {row.order} · {say(row.category)}
        {row.leading && ` · ${t('indicators.leading')}`}
      </p>
      <h3 className={styles.name}>{say(row.name)}</h3>
      <p className={styles.standing}>
        <StandingMark standing={standing} size="large" />
        <span>{standingWords(standing, words)}</span>
        {view.result && <RowFreshnessBadge freshness={view.freshness} />}
      </p>
      <p className={styles.next}>{why === null ? nextStarWords(view, words) : t('indicators.why.prefix', { why })}</p>
    </header>
  )
}
