import { memo, useEffect, useRef } from 'react'
import type { Gap } from '#core/planning/gaps/gap.ts'
import type { Words } from '#i18n/useWords.ts'
import { classes } from '#ui/classes.ts'
import listStyles from '../list/List.module.css'
import { GapDetail } from './GapDetail'
import styles from './Gaps.module.css'
import { placesIn } from './gapOrder'
import { gapName, type Largest, peopleFigure, sizeBeside } from './gapWords'

interface Props {
  readonly gap: Gap
  /** `size`: the largest of its column; null: no such column. */
  readonly columns: { readonly places: boolean; readonly size: Largest | null }
  readonly open: boolean
  readonly hovered: boolean
  /** Selected on the map, and not from here: the line comes into sight. */
  readonly called: boolean
  readonly onOpen: (gap: Gap) => void
  readonly onHover: (gap: Gap | null) => void
  readonly words: Words
}

/** One gap: what and where, how many live there, and why; it opens into all that is known of it. */
export const GapLine = memo(function GapLine({ gap, columns, open, hovered, called, onOpen, onHover, words }: Props) {
  const line = useRef<HTMLTableRowElement>(null)
  useEffect(() => {
    if (called) line.current?.scrollIntoView({ block: 'nearest' })
  }, [called])
  const { t, say } = words
  const detail = `gap-${gap.key.replaceAll(' ', '-')}`
  const count = 2 + (columns.places ? 1 : 0) + (columns.size ? 1 : 0)
  const [town] = gap.towns
  return (
    <>
      <tr
        ref={line}
        className={classes(listStyles.line, open && listStyles.selected, hovered && listStyles.hovered)}
        aria-current={open ? 'true' : undefined}
        onClick={() => onOpen(gap)}
        onPointerEnter={() => onHover(gap)}
        onPointerLeave={() => onHover(null)}
      >
        <th scope="row">
          <button
            type="button"
            className={listStyles.name}
            aria-expanded={open}
            aria-controls={open ? detail : undefined}
            onClick={(event) => {
              event.stopPropagation()
              onOpen(gap)
            }}
            onFocus={() => onHover(gap)}
            onBlur={() => onHover(null)}
          >
            {gapName(gap, words)}
          </button>
          <span className={listStyles.under}>
            {[gap.why && t(`gaps.why.${gap.why}`), town && say(town)].filter(Boolean).join(' · ')}
          </span>
        </th>
        <td className={listStyles.figure}>{peopleFigure(gap.people, words)}</td>
        {columns.places && <td className={listStyles.figure}>{placesIn(gap) ?? '—'}</td>}
        {columns.size && <td className={listStyles.figure}>{sizeBeside(gap, columns.size, words) ?? '—'}</td>}
      </tr>
      {open && (
        <tr id={detail}>
          <td colSpan={count} className={styles.detail}>
            <GapDetail gap={gap} />
          </td>
        </tr>
      )}
    </>
  )
})
