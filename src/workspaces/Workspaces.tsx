import '@fontsource-variable/noto-sans-sc'
import '../ui/tokens.css'
import '../ui/base.css'
import type { CSSProperties } from 'react'
import { useWords } from '../i18n/useWords'
import { Banners } from '../maps/panels/Banners'
import { HealthPanel } from '../maps/panels/HealthPanel'
import { useView } from '../state/view'
import type { FrameLayout } from './frame/frameLayout'
import { TopBar } from './frame/TopBar'
import { useFrame } from './frame/useFrame'
import { MapHost } from './map/MapHost'
import { PlanWorkspace } from './plan/PlanWorkspace'
import { RespondWorkspace } from './respond/RespondWorkspace'
import { ScreenWorkspace } from './screen/ScreenWorkspace'
import styles from './Workspaces.module.css'

/** The page: one map for good, and around it the arrangement of the workspace on show. */
export function Workspaces() {
  const { t } = useWords()
  const workspace = useView((view) => view.workspace)
  const frame = useFrame(workspace)
  return (
    <div className={styles.frame} data-workspace={workspace} style={placesOf(frame.layout)}>
      <TopBar />
      <main className={styles.stage}>
        <MapHost layout={frame.layout} workspace={workspace} />
        {workspace === 'screen' && <ScreenWorkspace layout={frame.layout} />}
        {workspace === 'plan' && <PlanWorkspace frame={frame} />}
        {workspace === 'respond' && <RespondWorkspace frame={frame} />}
        <div className={styles.notices}>
          <Banners />
        </div>
      </main>
      <HealthPanel />
      <span className="visually-hidden" role="status">
        {t(`shell.workspace.${workspace}`)}
      </span>
    </div>
  )
}

type Places = CSSProperties & Readonly<Record<`--${string}`, string>>

/** The layout's measures as custom properties, for the style sheets of the panels. */
function placesOf({ top, right, bottom, left, padding }: FrameLayout): Places {
  return {
    '--top': `${top}px`,
    '--right': `${right}px`,
    '--bottom': `${bottom}px`,
    '--left': `${left}px`,
    '--clear-top': `${padding.top}px`,
    '--clear-right': `${padding.right}px`,
    '--clear-bottom': `${padding.bottom}px`,
    '--clear-left': `${padding.left}px`,
  }
}
