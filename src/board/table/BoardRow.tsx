import { memo, useEffect, useRef } from 'react'
import { useCity } from '#city/CityContext.ts'
import { formatQuantity } from '#i18n/formatQuantity.ts'
import { formatDataTime } from '#i18n/formatTime.ts'
import { useWords } from '#i18n/useWords.ts'
import { openRow } from '#state/lists.ts'
import { Quantity } from '#ui/Quantity.tsx'
import { StandingMark } from '#views/standing/StandingMark.tsx'
import { useNames } from '../inspector/useNames'
import { RowFreshnessBadge } from '../rows/RowFreshnessBadge'
import { type RowView, restsOnOldData } from '../rows/rowView'
import { fractionWords } from '../words/fractionWords'
import { nextStarWords } from '../words/nextStarWords'
import { rowWhy } from '../words/reasonWords'
import { checklistCount } from '../words/valueWords'
import { BoardMetric } from './BoardMetric'
import styles from './BoardTable.module.css'
import type { RovingItems } from './useRovingFocus'

interface Props {
  readonly view: RowView
  readonly open: boolean
  /** The app's time, epoch milliseconds. */
  readonly now: number
  readonly tabIndex: 0 | -1
  readonly items: RovingItems
}

/** One row of the board, and a line for each of its metrics where it has several. */
export const BoardRow = memo(function BoardRow({ view, open, now, tabIndex, items }: Props) {
  const words = useWords()
  const { t, say, language } = words
  const city = useCity()
  const { row, result, head, standing } = view
  const { id } = row
  const line = useRef<HTMLTableRowElement>(null)
  const computed = result !== null
  // Again with the first result: the rows above it have grown.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the result is what makes it move
  useEffect(() => {
    if (open) line.current?.scrollIntoView({ block: 'nearest' })
  }, [open, computed])
  const stale = restsOnOldData(view)
  const checked = row.metrics.length === 0 ? checklistCount(view) : null
  const known = checked !== null && result !== null && standing.kind !== 'unknown'
  const figure = known
    ? { figure: `${checked.met} / ${checked.of}`, unit: '' }
    : formatQuantity(head?.result.value ?? null, head?.metric.unit ?? 'count', language)
  const fraction = head && row.metrics.length === 1 && fractionWords(city, id, head.metric.id, head.result, words)
  const why = rowWhy(view, words, useNames(row))
  return (
    <>
      <tr
        ref={line}
        className={`${styles.row} ${open ? styles.open : ''} ${stale ? styles.stale : ''}`}
        aria-current={open ? 'true' : undefined}
        onClick={() => openRow(id)}
      >
        <td className={styles.star}>
          <StandingMark standing={standing} />
        </td>
        <th scope="row" className={styles.name}>
          <button
            type="button"
            ref={(element) => items.register(id, element)}
            tabIndex={tabIndex}
            onFocus={() => items.onFocus(id)}
            onKeyDown={(event) => items.onKeyDown(event, id)}
            onClick={(event) => {
              event.stopPropagation()
              openRow(id)
            }}
          >
            <span className={styles.order}>{row.order}</span>
            <span>
              {say(row.name)}
              {row.leading && <span className={styles.leading}>{t('indicators.leadingShort')}</span>}
            </span>
          </button>
          <p className={styles.next}>{why === null ? nextStarWords(view, words) : why}</p>
        </th>
        <td className={styles.figure}>
          <Quantity value={figure} stale={stale} />
          {fraction && <span className={styles.sub}>{fraction}</span>}
        </td>
        <td className={styles.units}>{row.units.join(t('indicators.next.comma'))}</td>
        <td className={styles.known}>
          {view.known && t(`indicators.known.${view.known}`)}
          {'\u2002'}
          {result && view.known !== 'unknown' && <RowFreshnessBadge freshness={view.freshness} />}
          {view.dataTime !== null && <span className={styles.sub}>{formatDataTime(view.dataTime, language, now)}</span>}
        </td>
      </tr>
      {row.metrics.length > 1 &&
        row.metrics.map((metric) => {
          const found = result?.metrics[metric.id]
          return found ? <BoardMetric key={metric.id} row={row} metric={metric} result={found} stale={stale} /> : null
        })}
    </>
  )
})
