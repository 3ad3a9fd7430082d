import { useEffect } from 'react'
import { useWords } from '#i18n/useWords.ts'
import styles from './PaneTabs.module.css'
import type { Frame, Side } from './useFrame'

interface Props {
  readonly frame: Frame
  /** The panels of the desk, in the order of their tabs. */
  readonly panes: readonly { readonly side: Side; readonly title: string }[]
  /** What is open in the panel on the right, by a key of its own; a new one brings that panel up. */
  readonly opened?: string | null
}

/** Where the page is narrow: the map, or one of the panels over it. Nothing elsewhere. */
export function PaneTabs({ frame, panes, opened = null }: Props) {
  const { t } = useWords()
  const { layout, pane, show } = frame
  const { narrow } = layout
  useEffect(() => {
    if (narrow && opened !== null) show('right')
  }, [narrow, opened, show])
  if (!narrow) return null
  const tabs = [{ side: null, title: t('shell.panel.map') }, ...panes]
  return (
    <nav className={styles.tabs} aria-label={t('shell.panel.tabs')}>
      {tabs.map(({ side, title }) => (
        <button key={side} type="button" className={styles.tab} aria-pressed={pane === side} onClick={() => show(side)}>
          {title}
        </button>
      ))}
    </nav>
  )
}
