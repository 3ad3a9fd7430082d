import { useWords } from '#i18n/useWords.ts'
import { standingWords, starName } from '#views/standing/standing.ts'
import type { RowView } from '../rows/rowView'
import { ruleWords } from '../words/ruleWords'
import { valueWords } from '../words/valueWords'
import styles from './StarLadder.module.css'

const STEPS = [5, 4, 3, 2, 1] as const

/** The rules of the five stars as a ladder, the present value where it stands on it. */
export function StarLadder({ view }: { readonly view: RowView }) {
  const words = useWords()
  const { t } = words
  const { row, standing } = view
  const reached = standing.kind === 'star' ? standing.star : 0
  const placed = standing.kind === 'star' || standing.kind === 'below'
  const present = (
    <li className={styles.present} key="present">
      <span className={styles.pointer} aria-hidden="true" />
      <span>{t('indicators.inspector.present')}</span>
      <span className={styles.value}>{valueWords(view, words)}</span>
      <span>{standingWords(standing, words)}</span>
    </li>
  )
  return (
    <section aria-label={t('indicators.inspector.ladder')}>
      <ol className={styles.ladder} reversed>
        {STEPS.flatMap((star) => {
          const rule = row.stars[star - 1] ?? null
          const step = (
            <li
              key={star}
              className={styles.step}
              data-star={star}
              data-reached={star <= reached}
              data-line={star === 4}
            >
              <span className={styles.mark} aria-hidden="true" />
              <span className={styles.name}>{starName(star, words)}</span>
              <span className={rule ? styles.rule : styles.none}>
                {rule ? ruleWords(rule, row, words) : t('indicators.inspector.noRule')}
              </span>
            </li>
          )
          return placed && star === reached ? [present, step] : [step]
        })}
        {(!placed || reached === 0) && present}
      </ol>
    </section>
  )
}
