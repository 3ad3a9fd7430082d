import { fetchedSoFar } from '#feeds/queries/fetchBytes.ts'

/**
 * Registers the service worker that keeps shell, fonts, catalog and feeds for a reload without the server, and from then
 * on watches for a new build. It needs a secure context (https or localhost); on plain http the app works without it and
 * the health panel says so.
 */
export function keepShell(): void {
  if (!import.meta.env.PROD) return
  window.addEventListener('load', () => {
    void watch().catch((error: unknown) => console.warn('service worker not registered:', error))
  })
}

async function watch(): Promise<void> {
  const builds = await import('./newBuild')
  builds.takeInQuiet()
  if (!('serviceWorker' in navigator)) return builds.watchPage()
  const container = navigator.serviceWorker
  if (!container.controller) {
    container.addEventListener('controllerchange', () => void keepWhatWasRead(), { once: true })
  }
  const registration = await container.register('./serviceWorker.js', { scope: './' })
  // Some browsers only pretend to register where workers are switched off.
  if (!registration) return builds.watchPage()
  builds.watchRegistration(registration, container)
}

/** What the page fetched before the worker stood is asked for once more, through it: the very first visit is kept too. */
async function keepWhatWasRead(): Promise<void> {
  for (const url of fetchedSoFar()) {
    // The server answers 304 where it can; a feed that fails now is kept with its next reading.
    await fetch(url, { cache: 'no-cache' })
      .then((response) => response.arrayBuffer())
      .catch(() => {})
  }
}
