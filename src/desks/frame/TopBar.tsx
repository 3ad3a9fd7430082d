import { Suspense } from 'react'
import { useFirstFrame } from '#state/page.ts'
import { useView } from '#state/view.ts'
import { FreshnessLine } from '#views/health/FreshnessLine.tsx'
import { later } from '#views/parts/part.ts'
import { BarTools } from './BarTools'
import { Brand } from './Brand'
import { Clock } from './Clock'
import { MapTabs } from './MapTabs'
import { MenuButton } from './MenuButton'
import { ScopeSelect } from './ScopeSelect'
import styles from './TopBar.module.css'
import { WorkspaceTabs } from './WorkspaceTabs'

const SearchBox = later(async () => (await import('#views/search/SearchBox.tsx')).SearchBox)

/** Where we are, what is shown, and whether the picture is current; in a narrow page the rest is behind a menu. */
export function TopBar({ narrow }: { readonly narrow: boolean }) {
  const workspace = useView((view) => view.workspace)
  const drawn = useFirstFrame((frame) => frame.drawn)
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
        {workspace !== 'screen' &&
          (drawn ? (
            <Suspense fallback={<search />}>
              <SearchBox />
            </Suspense>
          ) : (
            <search />
          ))}
        <BarTools />
        <div className={styles.now}>
          <Clock />
          <FreshnessLine />
        </div>
      </div>
    </header>
  )
}
