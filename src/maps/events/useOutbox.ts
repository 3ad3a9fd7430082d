import { useSyncExternalStore } from 'react'
import { useCity } from '#city/CityContext.ts'
import type { Outbox, OutboxView } from '#feeds/actions/createOutbox.ts'
import { outboxOf } from './deskOutbox'

/** The city's outbox, and what it shows now. */
export function useOutbox(): { readonly outbox: Outbox; readonly view: OutboxView } {
  const outbox = outboxOf(useCity())
  return { outbox, view: useSyncExternalStore(outbox.subscribe, outbox.view) }
}
