/**
 * Registers the service worker that keeps shell, fonts, catalog and feeds for a reload without the server. It needs a
 * secure context (https or localhost); on plain http the app works without it and the health panel says so.
 */
export function keepShell(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  window.addEventListener('load', () => {
    void navigator.serviceWorker.register('./serviceWorker.js', { scope: './' }).catch((error: unknown) => {
      console.warn('service worker not registered:', error)
    })
  })
}
