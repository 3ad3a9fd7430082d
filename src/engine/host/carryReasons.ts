import { transferHandlers } from 'comlink'

/**
 * Has an error that leaves this thread keep its reason in words: Comlink alone takes name, message and stack. The other side
 * gives its error whatever came.
 */
export function carryReasons(): void {
  const thrown = transferHandlers.get('throw')
  if (!thrown) return
  transferHandlers.set('throw', {
    ...thrown,
    serialize(thing) {
      const [said, moved] = thrown.serialize(thing)
      const reason = at(at(thing, 'value'), 'reason')
      const value = at(said, 'value')
      if (reason !== undefined && typeof value === 'object' && value !== null) Object.assign(value, { reason })
      return [said, moved]
    },
  })
}

const at = (thing: unknown, key: string): unknown =>
  typeof thing === 'object' && thing !== null ? Reflect.get(thing, key) : undefined
