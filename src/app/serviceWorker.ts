/// <reference lib="webworker" />
import { clientsClaim } from 'workbox-core'
import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching'
import { NavigationRoute, registerRoute } from 'workbox-routing'
import { NetworkFirst } from 'workbox-strategies'
import { STORED_HEADER } from '#feeds/queries/fetchBytes.ts'

declare const self: ServiceWorkerGlobalScope & {
  readonly __WB_MANIFEST: (string | { readonly url: string; readonly revision: string | null })[]
}

/** A server that does not answer at all is waited for this long before the kept bytes are shown. */
const NETWORK_TIMEOUT_SECONDS = 8

/** Marks an answer taken from the store, so that the page says how old it is instead of showing it as current. */
const markStored = {
  async cachedResponseWillBeUsed({ cachedResponse }: { cachedResponse?: Response | undefined }) {
    if (!cachedResponse) return null
    const headers = new Headers(cachedResponse.headers)
    headers.set(STORED_HEADER, '1')
    return new Response(cachedResponse.body, { status: cachedResponse.status, headers })
  },
}

clientsClaim()
// A page works with the build that it was opened with: a newer one waits until a page asks for it.
self.addEventListener('message', ({ data }) => {
  if (data === 'take-over') void self.skipWaiting()
})
cleanupOutdatedCaches()
precacheAndRoute(self.__WB_MANIFEST)
registerRoute(new NavigationRoute(createHandlerBoundToURL('index.html')))

// Catalog, standard and feeds of any form, which are all read with `no-cache`: always the server's answer when there is
// one, else what was kept. Streams and actions are read otherwise and pass by.
registerRoute(
  ({ request }) => request.method === 'GET' && request.mode !== 'navigate' && request.cache === 'no-cache',
  new NetworkFirst({ cacheName: 'city', networkTimeoutSeconds: NETWORK_TIMEOUT_SECONDS, plugins: [markStored] }),
)
