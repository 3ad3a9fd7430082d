import type { Part } from '../page/partOf'
import { readProfile } from '../page/readProfile'
import { BEGIN } from '../page/recordTrace'
import type { ProfileNode, TraceEvent } from '../page/TraceEvent'

/** What a worker of the page did while it was recorded. */
export interface Thread {
  /** The file of the script it was seen in most. */
  readonly script: string
  /** Milliseconds at work, as sampled: on a busy machine some of it was spent waiting for a processor. */
  readonly busy: number
  /** Milliseconds by innermost place, and by every place on the stack, most first. */
  readonly own: readonly (readonly [place: string, ms: number])[]
  readonly within: readonly (readonly [place: string, ms: number])[]
}

/** The workers in a record, the busiest first. */
export function threadsOf(
  events: readonly TraceEvent[],
  partOf: (stack: readonly ProfileNode[]) => Part,
): readonly Thread[] {
  const page = events.find(({ name }) => name === BEGIN)
  const profiles = events.filter(({ name, pid, tid }) => name === 'Profile' && pid === page?.pid && tid !== page.tid)
  const threads = profiles.map(({ pid, tid }) => {
    const own = new Map<string, number>()
    const within = new Map<string, number>()
    const scripts = new Map<string, number>()
    let busy = 0
    for (const { dur, stack } of readProfile(events, pid, tid)) {
      const [leaf] = stack
      if (!leaf || /^\((idle|program|root)\)$/.test(leaf.callFrame.functionName)) continue
      const ms = dur / 1000
      busy += ms
      add(own, place(partOf(stack)), ms)
      const places = new Set(stack.map((_, index) => place(partOf(stack.slice(index)))))
      for (const one of places) add(within, one, ms)
      const url = stack.find(({ callFrame }) => callFrame.url)?.callFrame.url
      if (url) add(scripts, url.split('/').at(-1) ?? url, ms)
    }
    return { script: ordered(scripts)[0]?.[0] ?? '', busy, own: ordered(own), within: ordered(within) }
  })
  return threads.sort((a, b) => b.busy - a.busy)
}

const place = ({ kind, where }: Part): string => `${kind} ${where}`
const add = (sums: Map<string, number>, key: string, ms: number): void => void sums.set(key, (sums.get(key) ?? 0) + ms)
const ordered = (sums: ReadonlyMap<string, number>) => [...sums].sort((a, b) => b[1] - a[1])
