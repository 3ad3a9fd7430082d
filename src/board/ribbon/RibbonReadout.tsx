import { useWords } from '#i18n/useWords.ts'
import { standingWords } from '#views/standing/standing.ts'
import { RowFreshnessBadge } from '../rows/RowFreshnessBadge'
import type { RowView } from '../rows/rowView'
import { nextStarWords } from '../words/nextStarWords'
import { valueWords } from '../words/valueWords'
import styles from './RibbonReadout.module.css'

interface Props {
  readonly view: RowView | null
  /** Nothing is pointed at: the row shown is the next to flip. */
  readonly nearest: boolean
}

/** One line that reads a cell out: which row, how it stands, its value, and what the next star takes. */
export function RibbonReadout({ view, nearest }: Props) {
  const words = useWords()
  if (!view) return <p className={styles.readout} />
  return (
    <p className={styles.readout}>
      {nearest && (
        <span className={styles.mark}>
          <span className={styles.triangle} aria-hidden="true" />
          {words.t('indicators.nextToFlip')}
        </span>
      )}
      <span className={styles.name}>
        {view.row.order} {words.say(view.row.name)}
      </span>
      <span className={styles.value}>{valueWords(view, words)}</span>
      <span>{standingWords(view.standing, words)}</span>
      {view.result && <RowFreshnessBadge freshness={view.freshness} />}
      <span className={styles.next}>{nextStarWords(view, words)}</span>
    </p>
  )
}
