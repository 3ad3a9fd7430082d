import { KINDS, type Kind, type Part } from './partOf'
import { readProfile } from './readProfile'
import { BEGIN, END } from './recordTrace'
import type { ProfileNode, TraceEvent } from './TraceEvent'

/** One task of the page's main thread. Milliseconds. */
export interface PageTask {
  /** From the beginning of the case. */
  readonly at: number
  readonly ms: number
  /** Of `ms`, what the thread ran on a processor; null where the browser does not say. */
  readonly cpu: number | null
  readonly kinds: Readonly<Record<Kind, number>>
  /** `ms` without calls to WebGL and without the bench's own questions. */
  readonly own: number
  /** What of `own` the thread can at most have run on a processor: on a busy machine the rest was spent waiting for one. */
  readonly ownCpu: number
  /** The places that took most, innermost function, most first. */
  readonly top: readonly (readonly [string, number])[]
}

const RENDER =
  /^(UpdateLayoutTree|Layout|RecalculateStyles|PrePaint|Paint|Layerize|Commit|CompositeLayers|HitTest|ParseAuthorStyleSheet|IntersectionObserverController::computeIntersections|Document::recalcStyle|LocalFrameView::.*)$/
const GC = /^(MinorGC|MajorGC|V8\.GC)/

/** Whether `readTasks` looks at an event: of a long record the others need not be kept. */
export const isTaskEvent = ({ name }: TraceEvent): boolean =>
  name === 'RunTask' ||
  name === 'Profile' ||
  name === 'ProfileChunk' ||
  name === BEGIN ||
  name === END ||
  RENDER.test(name) ||
  GC.test(name)

/** Every task of the page's main thread between the marks, longest first. */
export function readTasks(
  events: readonly TraceEvent[],
  partOf: (stack: readonly ProfileNode[]) => Part,
): readonly PageTask[] {
  const begin = events.find(({ name }) => name === BEGIN)
  const end = events.find(({ name }) => name === END)
  if (!begin || !end) throw new Error('the trace lacks its marks')
  const { pid, tid } = begin
  const here = events.filter((event) => event.pid === pid && event.tid === tid && event.dur !== undefined)
  const drawing = here.filter(({ name }) => RENDER.test(name) || GC.test(name)).sort((a, b) => a.ts - b.ts)
  const samples = readProfile(events, pid, tid)
  const inside = (ts: number): boolean => ts >= begin.ts && ts <= end.ts
  return here
    .filter(({ name, ts }) => name === 'RunTask' && inside(ts))
    .map((task) => {
      const until = task.ts + (task.dur ?? 0)
      const within = drawing.slice(firstFrom(drawing, task.ts), firstFrom(drawing, until))
      const kinds = Object.fromEntries(KINDS.map((kind) => [kind, 0])) as Record<Kind, number>
      const places = new Map<string, number>()
      let known = 0
      // The one before may last into the task.
      const first = Math.max(0, firstFrom(samples, task.ts) - 1)
      for (const sample of samples.slice(first, firstFrom(samples, until))) {
        if (sample.ts + sample.dur <= task.ts) continue
        const ms = (Math.min(sample.ts + sample.dur, until) - Math.max(sample.ts, task.ts)) / 1000
        const at = Math.max(sample.ts, task.ts)
        const drawn = within.findLast(({ ts, dur = 0 }) => at >= ts && at < ts + dur)
        const part: Part = drawn
          ? { kind: GC.test(drawn.name) ? 'gc' : 'render', where: drawn.name }
          : partOf(sample.stack)
        kinds[part.kind] += ms
        known += ms
        const place = `${part.kind} ${part.where}`
        places.set(place, (places.get(place) ?? 0) + ms)
      }
      const ms = (task.dur ?? 0) / 1000
      // What no sample covers, as in tasks without script.
      kinds.browser += Math.max(0, ms - known)
      const own = Math.max(0, ms - kinds.gl - kinds.bench)
      const cpu = task.tdur === undefined ? null : task.tdur / 1000
      return {
        at: (task.ts - begin.ts) / 1000,
        ms,
        cpu,
        kinds,
        own,
        ownCpu: Math.min(own, cpu ?? own),
        top: [...places].sort((a, b) => b[1] - a[1]).slice(0, 12),
      }
    })
    .sort((a, b) => b.ms - a.ms)
}

/** Index of the first that begins at `ts` or later, of some in order of time. */
function firstFrom(ordered: readonly { readonly ts: number }[], ts: number): number {
  let low = 0
  let high = ordered.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ordered[middle]?.ts ?? 0) < ts) low = middle + 1
    else high = middle
  }
  return low
}
