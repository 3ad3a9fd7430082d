import type { DemoFeature, DemoMessage } from './demoWorld'

/** What differs from the snapshot, and what of it has not been told yet. */
export interface ChangeLedger {
  put(feature: DemoFeature): void
  /** A feature the snapshot holds, or one that was put, is gone. */
  gone(id: string): void
  /** The changes since the last call, in the order of their first mention. */
  take(): readonly DemoMessage[]
  all(): readonly DemoMessage[]
}

export function changeLedger(): ChangeLedger {
  const messages = new Map<string, DemoMessage>()
  const untold = new Set<string>()
  const set = (message: DemoMessage) => {
    messages.set(message.id, message)
    untold.add(message.id)
  }
  return {
    put: set,
    gone: (id) => set({ id, deleted: true }),
    take: () => {
      const taken = [...untold].flatMap((id) => messages.get(id) ?? [])
      untold.clear()
      return taken
    },
    all: () => [...messages.values()],
  }
}
