/**
 * Parts that no one may have opened yet. Where there is no service worker (plain http), a part first opened while the
 * network is away could not be had.
 */
const PARTS: readonly (() => Promise<unknown>)[] = [
  () => import('./screen/ScreenWorkspace'),
  () => import('./respond/RespondWorkspace'),
  () => import('./plan/PlanWorkspace'),
  () => import('../maps/playback/Playback'),
  () => import('../maps/events/OutboxBadge'),
  () => import('../maps/events/CaseDetail'),
  () => import('../maps/sensing/AlarmsPanel'),
  () => import('../maps/sensing/SensingPanel'),
  () => import('../maps/sensing/DeviceDetail'),
  () => import('../maps/hazards/HazardDetail'),
  () => import('../maps/hazards/WarningDetail'),
]

const PAUSE_MS = 200

/** Loads the code of every desk and sheet, one after the other in idle moments. What fails is loaded when it is opened. */
export function loadBeforehand(): () => void {
  let stopped = false
  const load = async (): Promise<void> => {
    for (const part of PARTS) {
      await idle()
      if (stopped) return
      await part().catch(() => {})
    }
  }
  void load()
  return () => {
    stopped = true
  }
}

/** Safari has no idle callback. */
const idle = (): Promise<void> =>
  new Promise((done) => {
    if ('requestIdleCallback' in globalThis) requestIdleCallback(() => done())
    else setTimeout(done, PAUSE_MS)
  })
