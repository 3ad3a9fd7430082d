import { useWords } from '#i18n/useWords.ts'
import { DoorTo } from '#views/doors/DoorTo.tsx'
import { countStars } from '../rows/countStars'
import type { RowView } from '../rows/rowView'
import type { RovingFocus } from '../table/useRovingFocus'
import { RibbonCell } from './RibbonCell'
import styles from './RibbonGroup.module.css'

interface Props {
  readonly group: readonly RowView[]
  /** Id of the row nearest to four stars. */
  readonly nearest: string | null
  readonly roving: RovingFocus
  readonly onPoint: (id: string) => void
  readonly onOpen: (id: string) => void
}

/** The cells of one category under its name, with how many of them reach four stars. */
export function RibbonGroup({ group, nearest, roving, onPoint, onOpen }: Props) {
  const { say } = useWords()
  const { four, starRows, pending } = countStars(group)
  const [first] = group
  return (
    <div className={styles.group} style={{ flexGrow: group.length }}>
      <p className={styles.name}>
        <span className={styles.category}>{first && say(first.row.category)}</span>
        <span className={styles.count}>
          <DoorTo door={first && { to: 'rows', category: first.row.category.zh }}>
            {pending === starRows ? '—' : four}/{starRows}
          </DoorTo>
        </span>
      </p>
      <ol className={styles.cells}>
        {group.map((view) => (
          <RibbonCell
            key={view.row.id}
            view={view}
            nearest={view.row.id === nearest}
            tabIndex={roving.tabIndex(view.row.id)}
            items={roving.items}
            onPoint={onPoint}
            onOpen={onOpen}
          />
        ))}
      </ol>
    </div>
  )
}
