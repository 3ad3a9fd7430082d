import type { ProfileNode, TraceEvent } from './TraceEvent'

/** What a thread was at from `ts` on for `dur` microseconds: innermost function first. */
export interface Sample {
  readonly ts: number
  readonly dur: number
  readonly stack: readonly ProfileNode[]
}

/** The samples of one thread's profile in a trace, in order of time. */
export function readProfile(events: readonly TraceEvent[], pid: number, tid: number): readonly Sample[] {
  const profile = events.find((event) => event.name === 'Profile' && event.pid === pid && event.tid === tid)
  if (!profile) return []
  const nodes = new Map<number, ProfileNode>()
  const stacks = new Map<number, readonly ProfileNode[]>()
  const stackOf = (id: number): readonly ProfileNode[] => {
    const known = stacks.get(id)
    if (known) return known
    const node = nodes.get(id)
    const stack = node ? [node, ...(node.parent === undefined ? [] : stackOf(node.parent))] : []
    stacks.set(id, stack)
    return stack
  }
  const moments: { readonly ts: number; readonly node: number }[] = []
  let ts = profile.args.data?.startTime ?? profile.ts
  const chunks = events
    .filter(({ name, pid: process, id }) => name === 'ProfileChunk' && process === pid && id === profile.id)
    .sort((a, b) => a.ts - b.ts)
  for (const { args } of chunks) {
    for (const node of args.data?.cpuProfile?.nodes ?? []) nodes.set(node.id, node)
    for (const [index, node] of (args.data?.cpuProfile?.samples ?? []).entries()) {
      ts += args.data?.timeDeltas?.[index] ?? 0
      moments.push({ ts, node })
    }
  }
  moments.sort((a, b) => a.ts - b.ts)
  return moments.map(({ ts: at, node }, index) => ({
    ts: at,
    dur: (moments[index + 1]?.ts ?? at) - at,
    stack: stackOf(node),
  }))
}
