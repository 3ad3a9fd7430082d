import type { City } from '#city/CityContext.ts'
import { actionSender, endpointOf } from '#feeds/actions/actionSender.ts'
import { createOutbox, type Outbox, pendingActions } from '#feeds/actions/createOutbox.ts'
import { browserOutboxStore } from '#feeds/actions/outboxStore.ts'
import { platformTimers } from '#feeds/actions/platformTimers.ts'

const outboxes = new WeakMap<City, Outbox>()

/** The outbox of a city: opened when first asked for, it takes up what an earlier page left, and lasts with the page. */
export function outboxOf(city: City): Outbox {
  const known = outboxes.get(city)
  if (known) return known
  const opened = openOutbox(city)
  outboxes.set(city, opened)
  return opened
}

function openOutbox({ catalog, catalogUrl, engine, now }: City): Outbox {
  const outbox = createOutbox({
    store: browserOutboxStore(catalogUrl),
    send: actionSender({
      endpoint: ({ feed, verb }) => endpointOf(catalog, catalogUrl, feed, verb),
      fetch: (url, init) => fetch(url, init),
      timers: platformTimers,
      demo: engine.takeAction,
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
    engine.setPending(pending).catch((error: unknown) => console.warn('outbox:', error))
  })
  return outbox
}
