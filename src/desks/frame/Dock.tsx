import type { ReactNode } from 'react'
import { useWords } from '#i18n/useWords.ts'
import { Icon, type IconName } from '#ui/Icon.tsx'
import { IconButton } from '#ui/IconButton.tsx'
import { Panel } from '#ui/Panel.tsx'
import styles from './Dock.module.css'
import type { Frame, Side } from './useFrame'

interface Props {
  readonly side: Side
  readonly frame: Frame
  readonly title: string
  readonly aside?: ReactNode
  readonly actions?: ReactNode
  readonly flush?: boolean
  readonly children: ReactNode
}

const FOLD: Record<Side, IconName> = { left: 'left', right: 'right', bottom: 'down' }
const UNFOLD: Record<Side, IconName> = { left: 'right', right: 'left', bottom: 'up' }

/** A panel over a narrow page's map goes down where it lies below, and to the left where it stands beside. */
const towardsEdge = ({ layout }: Frame): IconName => (layout.padding.left > 0 ? 'left' : 'down')

/** A panel at one side of a desk that folds to a strip; where the page is narrow it is there while its tab is chosen. */
export function Dock({ side, frame, title, aside, actions, flush = false, children }: Props) {
  const { t } = useWords()
  const { narrow } = frame.layout
  if (narrow && frame.pane !== side) return null
  const fold = () => (narrow ? frame.show(null) : frame.fold(side))
  if (!narrow && frame.folded[side]) {
    return (
      <aside className={styles.dock} data-side={side} aria-label={t(`shell.landmark.${side}`)}>
        <button
          type="button"
          className={styles.strip}
          aria-expanded={false}
          aria-label={t('shell.panel.expand', { title })}
          onClick={fold}
        >
          <Icon name={UNFOLD[side]} />
          <span>{title}</span>
        </button>
      </aside>
    )
  }
  return (
    <aside className={styles.dock} data-side={side} aria-label={t(`shell.landmark.${side}`)}>
      <Panel
        title={title}
        aside={aside}
        flush={flush}
        actions={
          <>
            {actions}
            <IconButton
              icon={narrow ? towardsEdge(frame) : FOLD[side]}
              label={t('shell.panel.collapse', { title })}
              hint="none"
              aria-expanded={true}
              onClick={fold}
            />
          </>
        }
      >
        {children}
      </Panel>
    </aside>
  )
}
