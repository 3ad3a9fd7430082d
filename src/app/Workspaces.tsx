import '@fontsource-variable/noto-sans-sc'
import '#ui/tokens.css'
import '#ui/base.css'
import { type CSSProperties, Suspense, useEffect } from 'react'
import type { FrameLayout } from '#desks/frame/frameLayout.ts'
import { PanelShapes } from '#desks/frame/PanelShapes.tsx'
import { SkipToMap } from '#desks/frame/SkipToMap.tsx'
import { TopBar } from '#desks/frame/TopBar.tsx'
import { type Frame, useFrame } from '#desks/frame/useFrame.ts'
import { MapHost } from '#desks/map/MapHost.tsx'
import { useWords } from '#i18n/useWords.ts'
import { useFirstFrame } from '#state/page.ts'
import { useView } from '#state/view.ts'
import { Banners } from '#views/health/Banners.tsx'
import { useHealthPanelState } from '#views/health/healthPanelState.ts'
import { later } from '#views/parts/part.ts'
import { PartsContext, PlanContext, useTools, WallContext } from '#views/parts/useParts.ts'
import { Debug } from './debug/Debug'
import { loadBeforehand } from './loadBeforehand'
import { loadPlan, loadWall, parts } from './parts'
import styles from './Workspaces.module.css'

// Panels come after the first map frame, each workspace with its own code.
const ScreenWorkspace = later(async () => {
  const [{ ScreenWorkspace: Desk }, wall] = await Promise.all([import('#desks/wall/ScreenWorkspace.tsx'), loadWall()])
  return (props: { readonly frame: Frame }) => (
    <WallContext value={wall}>
      <Desk {...props} />
    </WallContext>
  )
})
const PlanWorkspace = later(async () => {
  const [{ PlanWorkspace: Desk }, plan] = await Promise.all([import('#desks/plan/PlanWorkspace.tsx'), loadPlan()])
  return (props: { readonly frame: Frame }) => (
    <PlanContext value={plan}>
      <Desk {...props} />
    </PlanContext>
  )
})
const RespondWorkspace = later(async () => (await import('#desks/respond/RespondWorkspace.tsx')).RespondWorkspace)

const HealthPanel = later(async () => (await import('#views/health/HealthPanel.tsx')).HealthPanel)

/** The page: one map for good, and around it the arrangement of the workspace on show. */
export function Workspaces() {
  const { t } = useWords()
  const workspace = useView((view) => view.workspace)
  const drawn = useFirstFrame((frame) => frame.drawn)
  const healthOpen = useHealthPanelState(({ open }) => open)
  const frame = useFrame(workspace)
  useEffect(() => (drawn ? loadBeforehand() : undefined), [drawn])
  useEffect(() => {
    if (!drawn) return
    const stop = import('./hintCutTexts').then(({ hintCutTexts }) => hintCutTexts(document))
    // Without its code no text has a hint, and everything else goes on.
    stop.catch(() => {})
    return () => void stop.then((end) => end()).catch(() => {})
  }, [drawn])
  return (
    <PartsContext value={parts}>
      <div className={styles.frame} data-workspace={workspace} style={placesOf(frame.layout)}>
        <SkipToMap />
        <TopBar narrow={frame.layout.narrow} />
        <main className={styles.stage}>
          <MapHost layout={frame.layout} workspace={workspace} sheetOpen={!frame.folded.right} />
          {drawn ? (
            <Suspense fallback={<PanelShapes />}>
              {workspace === 'screen' && <ScreenWorkspace frame={frame} />}
              {workspace === 'plan' && <PlanWorkspace frame={frame} />}
              {workspace === 'respond' && <RespondWorkspace frame={frame} />}
            </Suspense>
          ) : (
            <PanelShapes />
          )}
          {drawn && (
            <Suspense fallback={null}>
              <PageTools />
            </Suspense>
          )}
          <Debug />
          <div className={styles.notices}>
            <Banners />
          </div>
        </main>
        {(drawn || healthOpen) && (
          <Suspense fallback={null}>
            <HealthPanel />
          </Suspense>
        )}
        <span className="visually-hidden" role="status">
          {t(`shell.workspace.${workspace}`)}
        </span>
      </div>
    </PartsContext>
  )
}

function PageTools() {
  return useTools('page').map(({ id, Panel }) => <Panel key={id} />)
}

type Places = CSSProperties & Readonly<Record<`--${string}`, string>>

/** The layout's measures as custom properties, for the style sheets of the panels. */
function placesOf({ top, right, bottom, left, loop, legend, padding }: FrameLayout): Places {
  return {
    '--top': `${top}px`,
    '--right': `${right}px`,
    '--bottom': `${bottom}px`,
    '--left': `${left}px`,
    '--loop': `${loop}px`,
    '--legend': `${legend}px`,
    '--clear-top': `${padding.top}px`,
    '--clear-right': `${padding.right}px`,
    '--clear-bottom': `${padding.bottom}px`,
    '--clear-left': `${padding.left}px`,
  }
}
