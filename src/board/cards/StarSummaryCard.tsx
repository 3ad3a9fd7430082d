import type { CardOf } from '#catalog/cards/cards.ts'
import { useWords } from '#i18n/useWords.ts'
import { openRow } from '#state/lists.ts'
import { Card } from '#ui/Card.tsx'
import { Skeleton } from '#ui/Skeleton.tsx'
import { StepStrip } from '#ui/StepStrip.tsx'
import { useCardRoom } from '#views/cards/CardRoom.ts'
import { useDoors } from '#views/doors/useDoors.ts'
import { EvaluationNotice } from '../rows/EvaluationNotice'
import { restsOnOldData } from '../rows/rowView'
import { nearestToFour } from '../rows/starDistance'
import { useRowViews } from '../rows/useRowViews'
import { needWords } from '../words/nextStarWords'
import styles from './StarSummaryCard.module.css'
import { starSteps } from './starSteps'

const NEAREST_SHOWN = 3

/** How far the city is from four stars: rows by star, and the rows nearest to the line. The ribbon below has the headline. */
export function StarSummaryCard({ spec }: { readonly spec: CardOf<'star-summary'> }) {
  const words = useWords()
  const { t, say } = words
  const { rows, now } = useRowViews()
  const open = useDoors()
  const steps = starSteps(rows, words, (standing) => open({ to: 'rows', standing }))
  const nearest = nearestToFour(rows.filter((view) => !restsOnOldData(view))).slice(0, NEAREST_SHOWN * useCardRoom())
  return (
    <Card
      title={spec.title ? say(spec.title) : t('cards.starSummary')}
      onOpen={() => open({ to: 'rows' })}
      openLabel={t('cards.open')}
      busy={now.busy}
      foot={<EvaluationNotice now={now} />}
    >
      {now.evaluation ? <StepStrip items={steps} label={t('indicators.board')} /> : <Skeleton shape="bar" />}
      {nearest.length > 0 && (
        <>
          <p className={styles.caption}>{t('cards.nearest')}</p>
          <ul className={styles.nearest}>
            {nearest.map((view) => (
              <li key={view.row.id}>
                <button type="button" className={styles.row} onClick={() => openRow(view.row.id)}>
                  <span className={styles.name}>{say(view.row.name)}</span>
                  <span className={styles.next}>{needWords(view, words)}</span>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </Card>
  )
}
