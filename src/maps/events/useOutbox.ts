import { useSyncExternalStore } from 'react'
import type { Outbox, OutboxView } from '../../feeds/actions/createOutbox'
import { useCity } from '../data/CityContext'
import { outboxOf } from './deskOutbox'

/** The city's outbox, and what it shows now. */
export function useOutbox(): { readonly outbox: Outbox; readonly view: OutboxView } {
  const outbox = outboxOf(useCity())
  return { outbox, view: useSyncExternalStore(outbox.subscribe, outbox.view) }
}
