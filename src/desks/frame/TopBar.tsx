import { useView } from '#state/view.ts'
import { FreshnessLine } from '#views/health/FreshnessLine.tsx'
import { SearchBox } from '#views/search/SearchBox.tsx'
import { BarTools } from './BarTools'
import { Brand } from './Brand'
import { Clock } from './Clock'
import { MapTabs } from './MapTabs'
import { MenuButton } from './MenuButton'
import { ScopeSelect } from './ScopeSelect'
import styles from './TopBar.module.css'
import { WorkspaceTabs } from './WorkspaceTabs'

/** Where we are, what is shown, and whether the picture is current; in a narrow page the rest is behind a menu. */
export function TopBar({ narrow }: { readonly narrow: boolean }) {
  const workspace = useView((view) => view.workspace)
  if (narrow) {
    return (
      <header className={styles.bar} data-narrow="true">
        <Brand />
        <MenuButton />
        <FreshnessLine />
      </header>
    )
  }
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
        <BarTools />
        <div className={styles.now}>
          <Clock />
          <FreshnessLine />
        </div>
      </div>
    </header>
  )
}
