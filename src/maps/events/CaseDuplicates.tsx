import { useAnswer } from '#city/useAnswer.ts'
import { formatSpan } from '#i18n/formatSpan.ts'
import { useWords } from '#i18n/useWords.ts'
import { listedName } from '#views/facts/featureName.ts'
import { valueWord } from '#views/facts/propertyWord.ts'
import { useOpenFeature } from '#views/facts/useOpenFeature.ts'
import styles from './CaseDetail.module.css'

/** Shown at most, the likeliest. */
const MOST = 5

interface Props {
  readonly feed: string
  readonly id: string
}

/** Other cases that may be the same matter: how near in place and time, each a way to it. Nothing when there is none. */
export function CaseDuplicates({ feed, id }: Props) {
  const open = useOpenFeature()
  const { t, language } = useWords()
  const { answer } = useAnswer({
    feeds: [feed],
    key: ['case-sheet', feed, id],
    ask: (from) => from.caseSheet(feed, id),
  })
  if (!answer || answer.duplicates.length === 0) return null

  return (
    <section className={styles.history} aria-label={t('desk.duplicates.title')}>
      <h4 className={styles.heading}>{t('desk.duplicates.title')}</h4>
      <ul className={styles.events}>
        {answer.duplicates.slice(0, MOST).map((other) => (
          <li key={other.id} className={styles.twin}>
            <button type="button" className={styles.go} onClick={() => open(feed, other.mapId)}>
              {listedName(other, language)}
            </button>
            <span className={styles.who}>
              {[
                valueWord(other.stage, language),
                t(other.same === 'code' ? 'desk.duplicates.sameCode' : 'desk.duplicates.sameClass'),
                t('desk.duplicates.apart', {
                  distance: t('shell.distance.metres', { n: Math.round(other.metres) }),
                  time: formatSpan(other.minutes * 60_000, language),
                }),
              ].join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
