import { useNewBuild } from '#state/newBuild.ts'
import { useView } from '#state/view.ts'
import { hearHands } from '#ui/hearHands.ts'

const MINUTE = 60_000
/** Builds come by the week; a page that nobody loads anew asks this often. */
const ASK = 30 * MINUTE
/** A wall takes a new build when nobody has touched it for so long. */
const QUIET = MINUTE
/** A build that offers itself again and again is taken once in this time. */
const ONCE_IN = 30 * MINUTE
const TAKEN = 'one-map.build-taken'
/** A browser may hold a build back for minutes after it was asked to take over; then the page goes round it. */
const TAKES_OVER_IN = 5000

const ready = (take: () => void): void => useNewBuild.setState({ take })

/** Learns of a new build from the service worker, which has then fetched it whole and waits for the page's word. */
export function watchRegistration(registration: ServiceWorkerRegistration, container: ServiceWorkerContainer): void {
  let asked = false
  const offer = (): void => {
    const { waiting } = registration
    // Without a controller it is the first build, not another one.
    if (!waiting || !container.controller) return
    ready(() => {
      asked = true
      waiting.postMessage('take-over')
      setTimeout(() => void comeAnew(registration).catch(() => {}), TAKES_OVER_IN)
    })
  }
  const hadController = container.controller !== null
  container.addEventListener('controllerchange', () => {
    if (asked) window.location.reload()
    // Another page of this browser has taken it: parts of the build before may be gone.
    else if (hadController) ready(() => window.location.reload())
  })
  registration.addEventListener('updatefound', () => {
    const { installing } = registration
    installing?.addEventListener('statechange', () => {
      if (installing.state === 'installed') offer()
    })
  })
  offer()
  setInterval(() => registration.update().catch(() => {}), ASK)
}

/** Without its service worker the page comes from the server, if that answers, and registers the one of the new build. */
async function comeAnew(registration: ServiceWorkerRegistration): Promise<void> {
  const { ok } = await fetch('./serviceWorker.js', { cache: 'no-store' })
  if (!ok) return
  await registration.unregister()
  window.location.reload()
}

/** Learns of a new build from the page as the server has it, where there is no service worker (plain http). */
export function watchPage(): void {
  const own = scriptOf(document.documentElement.outerHTML)
  const ask = async (): Promise<void> => {
    const response = await fetch('./index.html', { cache: 'no-store' })
    const now = response.ok ? scriptOf(await response.text()) : null
    if (own !== null && now !== null && now !== own) ready(() => window.location.reload())
  }
  setInterval(() => void ask().catch(() => {}), ASK)
}

/** The entry script that a page of the app names. */
export const scriptOf = (html: string): string | null =>
  /<script[^>]+src="([^"]*assets\/index-[^"]+\.js)"/.exec(html)?.[1] ?? null

/** A wall takes a new build by itself in a quiet minute; at a desk somebody decides. */
export function takeInQuiet(): void {
  let touched = performance.now()
  hearHands(() => {
    touched = performance.now()
  })
  setInterval(() => {
    const { take } = useNewBuild.getState()
    if (!take || useView.getState().workspace !== 'screen' || performance.now() - touched < QUIET) return
    const before = Number(sessionStorage.getItem(TAKEN) ?? Number.NEGATIVE_INFINITY)
    if (Date.now() - before < ONCE_IN) return
    sessionStorage.setItem(TAKEN, String(Date.now()))
    take()
  }, 5000)
}
