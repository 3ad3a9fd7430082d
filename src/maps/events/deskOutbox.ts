import { useSyncExternalStore } from 'react'
import { type OpenedCity, useCity } from '#city/CityContext.ts'
import { actionSender, endpointOf } from '#feeds/actions/actionSender.ts'
import { createOutbox, type Outbox, type OutboxView, pendingActions } from '#feeds/actions/createOutbox.ts'
import { browserOutboxStore } from '#feeds/actions/outboxStore.ts'
import { platformTimers } from '#feeds/live/transport.ts'

const outboxes = new WeakMap<OpenedCity['host'], Outbox>()

/** The outbox of a city: opened when first asked for, it takes up what an earlier page left, and lasts with the page. */
function outboxOf(city: OpenedCity): Outbox {
  const known = outboxes.get(city.host)
  if (known) return known
  const opened = openOutbox(city)
  outboxes.set(city.host, opened)
  return opened
}

function openOutbox({ catalog, catalogUrl, host, now }: OpenedCity): Outbox {
  const outbox = createOutbox({
    store: browserOutboxStore(catalogUrl),
    send: actionSender({
      endpoint: ({ feed, verb }) => endpointOf(catalog, catalogUrl, feed, verb),
      fetch: (url, init) => fetch(url, init),
      timers: platformTimers,
      demo: host.takeAction,
    }),
    timers: platformTimers,
    random: Math.random,
    now,
  })
  window.addEventListener('online', () => outbox.wake())
  let told = '[]'
  outbox.subscribe(() => {
    const pending = pendingActions(outbox.view().entries)
    const telling = JSON.stringify(pending)
    if (telling === told) return
    told = telling
    host.setPending(pending).catch((error: unknown) => console.warn('outbox:', error))
  })
  return outbox
}

/** The city's outbox, and what it shows now. */
export function useOutbox(): { readonly outbox: Outbox; readonly view: OutboxView } {
  const outbox = outboxOf(useCity())
  return { outbox, view: useSyncExternalStore(outbox.subscribe, outbox.view) }
}
