import { Suspense } from 'react'
import { useFirstFrame } from '#state/page.ts'
import { useView } from '#state/view.ts'
import { FreshnessLine } from '#views/health/FreshnessLine.tsx'
import { useTools } from '#views/parts/useParts.ts'
import { SearchBox } from '#views/search/SearchBox.tsx'
import { Brand } from './Brand'
import { Clock } from './Clock'
import { LanguageSwitch } from './LanguageSwitch'
import { MapTabs } from './MapTabs'
import { PlaybackButton } from './PlaybackButton'
import { ScopeSelect } from './ScopeSelect'
import { ShareButton } from './ShareButton'
import { ThemeSwitch } from './ThemeSwitch'
import styles from './TopBar.module.css'
import { WorkspaceTabs } from './WorkspaceTabs'

/** Where we are, what is shown, and whether the picture is current. */
export function TopBar() {
  const workspace = useView((view) => view.workspace)
  const tools = useTools('bar')
  const drawn = useFirstFrame((frame) => frame.drawn)
  return (
    <header className={styles.bar} data-workspace={workspace}>
      <div className={styles.where}>
        <Brand />
        <div className={styles.place}>
          <WorkspaceTabs />
          <ScopeSelect />
        </div>
      </div>
      <MapTabs />
      <div className={styles.state}>
        {workspace !== 'screen' && <SearchBox />}
        <div className={styles.tools}>
          {workspace !== 'screen' && drawn && (
            <Suspense fallback={null}>
              {tools.map(({ id, Panel }) => (
                <Panel key={id} />
              ))}
            </Suspense>
          )}
          <PlaybackButton />
          <ShareButton />
          <LanguageSwitch />
          <ThemeSwitch />
        </div>
        <div className={styles.now}>
          <Clock />
          <FreshnessLine />
        </div>
      </div>
    </header>
  )
}
