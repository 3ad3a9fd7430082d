import { useEffect, useRef } from 'react'
import { useWords } from '#i18n/useWords.ts'
import { usePlayback } from '#state/playback.ts'
import { useSelection } from '#state/selection.ts'
import { useView } from '#state/view.ts'
import { Dialog } from '#ui/Dialog.tsx'
import { SearchBox } from '#views/search/SearchBox.tsx'
import { BarTools } from './BarTools'
import { Clock } from './Clock'
import { MapTabs } from './MapTabs'
import styles from './Menu.module.css'
import { ScopeSelect } from './ScopeSelect'
import { WorkspaceTabs } from './WorkspaceTabs'

/** All that a bar holds, under one another. It goes as soon as something was chosen that stands on the map. */
export function Menu({ onClose }: { readonly onClose: () => void }) {
  const { t } = useWords()
  const { workspace, map, scope } = useView()
  const selection = useSelection((state) => state.selection)
  const timeBar = usePlayback((state) => state.open)
  const shown = [workspace, map, scope, selection, timeBar]
  const before = useRef(shown)
  useEffect(() => {
    if (shown.some((each, at) => each !== before.current[at])) onClose()
  })
  return (
    <Dialog open title={t('shell.panel.menu')} closeLabel={t('shell.panel.close')} onClose={onClose}>
      <div className={styles.menu}>
        <WorkspaceTabs />
        <MapTabs />
        <ScopeSelect />
        <SearchBox />
        <BarTools />
        <Clock />
      </div>
    </Dialog>
  )
}
