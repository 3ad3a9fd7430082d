import { useMemo, useState } from 'react'
import { useWords } from '#i18n/useWords.ts'
import { openRow } from '#state/lists.ts'
import { countStars } from '../rows/countStars'
import { EvaluationNotice } from '../rows/EvaluationNotice'
import { knownGroupsFirst, mostAreUnknown } from '../rows/knownFirst'
import { byCategory, restsOnOldData } from '../rows/rowView'
import { nearestToFour } from '../rows/starDistance'
import { useRowViews } from '../rows/useRowViews'
import { Headline } from '../table/Headline'
import { useRovingFocus } from '../table/useRovingFocus'
import { RibbonGroup } from './RibbonGroup'
import { RibbonReadout } from './RibbonReadout'
import styles from './StarRibbon.module.css'

/**
 * One thin cell per row of the standard, in its groups, filled by star, with the four-star line through them: one look
 * tells how far the city is from its goal. Pointing at a cell reads it out; a click opens the row in plan.
 */
export function StarRibbon() {
  const words = useWords()
  const { rows, now } = useRowViews()
  const [pointed, setPointed] = useState<string | null>(null)
  const count = useMemo(() => countStars(rows), [rows])
  const nearest = useMemo(() => nearestToFour(rows.filter((view) => !restsOnOldData(view)))[0] ?? null, [rows])
  const groups = useMemo(() => {
    const inOrder = byCategory(rows)
    return mostAreUnknown(rows) ? knownGroupsFirst(inOrder) : inOrder
  }, [rows])
  const roving = useRovingFocus(groups.flat().map((view) => view.row.id))
  const shown = rows.find((view) => view.row.id === pointed) ?? nearest

  const { four, below, unknown, old, starRows: total } = count
  return (
    <section
      className={styles.ribbon}
      aria-label={
        words.t('indicators.ribbonLabel', { total, four, below, unknown }) +
        (old > 0 ? words.t('indicators.ribbonOld', { count: old }) : '')
      }
      aria-busy={now.busy}
    >
      <header className={styles.head}>
        <Headline count={count} />
        <EvaluationNotice now={now} />
        <RibbonReadout view={shown} nearest={shown !== null && shown === nearest && pointed === null} />
      </header>
      <div className={styles.groups} onPointerLeave={() => setPointed(null)}>
        {groups.map((group) => (
          <RibbonGroup
            key={group[0]?.row.category.zh}
            group={group}
            nearest={nearest?.row.id ?? null}
            roving={roving}
            onPoint={setPointed}
            onOpen={openRow}
          />
        ))}
        <span className={styles.lineName}>{words.t('indicators.fourStarLine')}</span>
      </div>
    </section>
  )
}
