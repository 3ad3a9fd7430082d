import { loadWords } from '#i18n/words.ts'
import { preloads } from './parts'

/**
 * Code that no one may have opened yet. Where there is no service worker (plain http), what is first opened while the
 * network is away could not be had.
 */
const LATER: readonly (() => Promise<unknown>)[] = [
  () => import('#desks/wall/ScreenWorkspace.tsx'),
  () => import('#desks/respond/RespondWorkspace.tsx'),
  () => import('#desks/plan/PlanWorkspace.tsx'),
  () => import('#views/search/SearchBox.tsx'),
  ...preloads,
  () => import('#core/table/toCsv.ts'),
  () => import('#views/out/tableBook.ts'),
  () => import('#views/table/featuresOut.ts'),
  () => import('#views/health/SystemsChecked.tsx'),
  () => import('#views/paper/PaperDialog.tsx'),
  () => import('#board/paper/rowPaper.ts'),
  () => import('#board/paper/atlasPaper.ts'),
  () => import('#board/paper/pictureOfMap.ts'),
  () => import('#scenarios/planPaper.ts'),
  () => import('#board/gaps/Gaps.tsx'),
  () => import('#board/trying/TryRow.tsx'),
  () => import('#board/trying/ByScope.tsx'),
  () => import('#views/facts/FeaturePopup.tsx'),
  () => import('#desks/map/SelectedOnMap.tsx'),
  () => import('#desks/frame/Help.tsx'),
  () => import('#desks/frame/Menu.tsx'),
  () => loadWords('en'),
]

const PAUSE_MS = 200
/** A page that is never idle loads on all the same. */
const LONGEST_WAIT_MS = 500

/** Loads the code of every desk, sheet and tool, one after the other in idle moments. What fails is loaded when it is opened. */
export function loadBeforehand(): () => void {
  let stopped = false
  const load = async (): Promise<void> => {
    for (const part of LATER) {
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
    if ('requestIdleCallback' in globalThis) requestIdleCallback(() => done(), { timeout: LONGEST_WAIT_MS })
    else setTimeout(done, PAUSE_MS)
  })
