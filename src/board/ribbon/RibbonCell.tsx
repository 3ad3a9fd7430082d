import { memo } from 'react'
import { useWords } from '#i18n/useWords.ts'
import { standingWords } from '#views/standing/standing.ts'
import type { RowView } from '../rows/rowView'
import type { RovingItems } from '../table/useRovingFocus'
import { valueWords } from '../words/valueWords'
import styles from './RibbonCell.module.css'

interface Props {
  readonly view: RowView
  readonly nearest: boolean
  readonly tabIndex: 0 | -1
  readonly items: RovingItems
  readonly onPoint: (id: string) => void
  readonly onOpen: (id: string) => void
}

/** One row: a column filled to its star. Unknown is an outline, below the lowest star a low tick, a deduction notched. */
export const RibbonCell = memo(function RibbonCell({ view, nearest, tabIndex, items, onPoint, onOpen }: Props) {
  const words = useWords()
  const { row, standing, freshness } = view
  const { id } = row
  const name = [
    `${row.order} ${words.say(row.name)}`,
    row.leading && words.t('indicators.leading'),
    nearest && words.t('indicators.nextToFlip'),
  ].filter(Boolean)
  const label = words.t('indicators.starsIs', {
    name: name.join(words.t('indicators.next.comma')),
    standing:
      standingWords(standing, words) +
      (freshness === 'live' || !view.result
        ? ''
        : words.t('indicators.freshness.aside', { word: words.t(`indicators.freshness.${freshness}`) })),
    value: valueWords(view, words),
  })
  return (
    <li className={styles.item}>
      <button
        type="button"
        ref={(element) => items.register(id, element)}
        className={`${styles.cell} ${styles[standing.kind]} ${nearest ? styles.nearest : ''}`}
        data-standing={standing.kind}
        data-star={standing.kind === 'star' ? standing.star : undefined}
        data-nearest={nearest || undefined}
        data-freshness={freshness === 'live' || !view.result ? undefined : freshness}
        data-leading={row.leading || undefined}
        tabIndex={tabIndex}
        aria-label={label}
        onClick={() => onOpen(id)}
        onPointerEnter={() => onPoint(id)}
        onFocus={() => {
          items.onFocus(id)
          onPoint(id)
        }}
        onKeyDown={(event) => items.onKeyDown(event, id)}
      >
        <span className={styles.column}>
          <span className={styles.fill} />
        </span>
        <span className={styles.order}>{row.order}</span>
      </button>
    </li>
  )
})
