import type { CityFeature } from '#core/model/feature.ts'
import type { TimeAxis } from '#core/model/world.ts'
import type { HistoryStore } from './historyStore'
import {
  baseKey,
  countIn,
  type HistoryEntry,
  isMetaKey,
  keysOf,
  metaKey,
  partKey,
  type Segment,
  stateAt,
} from './segment'

export interface HistoryLimits {
  /** Features and entries kept in all; the oldest stretches leave first. */
  readonly records: number
  /** A stretch ends after this many entries, or after twice as many as it has features if that is more. */
  readonly entries: number
}

const LIMITS: HistoryLimits = { records: 150_000, entries: 2_000 }

/** What the time bar shows: from when on the past is known, and how much changed in each minute. Epoch milliseconds. */
export interface Timeline {
  readonly from: number | null
  readonly minutes: readonly (readonly [minute: number, changes: number])[]
}

/** The changes of the live feeds, kept and bounded, so that any moment of them can be shown again. */
export interface History {
  /** Takes up what an earlier page kept under this name, or forgets it. */
  open(name: string, keep: boolean): Promise<void>
  /** A feed was first read: its history begins with these features. */
  begin(feed: string, now: number, features: readonly CityFeature[]): void
  /** What became of a feed since the last call, in order of arrival; `features` as they are after it. */
  record(feed: string, entries: readonly HistoryEntry[], features: readonly CityFeature[]): void
  /** Writes what is not yet written, and lets go of the oldest where there is too much. */
  flush(): Promise<void>
  timeline(): Timeline
  /** The features of a feed at a moment, or null where its past does not reach back so far. */
  at(feed: string, moment: number, axis: TimeAxis): Promise<readonly CityFeature[] | null>
}

/** What is not yet written of an open segment. */
interface Unwritten {
  base: readonly CityFeature[] | null
  entries: HistoryEntry[]
}

/** Feeds of a page come in one after the other: those that began within this of the first began together, milliseconds. */
const TOGETHER_MS = 60_000

/** The moment from which the feeds that began together are all known; one that came in much later does not move it. */
function knownFrom(first: readonly number[]): number | null {
  if (first.length === 0) return null
  const earliest = Math.min(...first)
  return Math.max(...first.filter((from) => from <= earliest + TOGETHER_MS))
}

export function createHistory(store: HistoryStore, limits: HistoryLimits = LIMITS): History {
  let prefix = ''
  let count = 0
  let segments: Segment[] = []
  const open = new Map<string, Segment>()
  const unwritten = new Map<Segment, Unwritten>()
  let writing: Promise<void> = Promise.resolve()

  const begin = (feed: string, now: number, features: readonly CityFeature[]): void => {
    count += 1
    const segment: Segment = {
      feed,
      number: count,
      from: now,
      to: now,
      records: features.length,
      parts: 0,
      minutes: {},
    }
    segments.push(segment)
    open.set(feed, segment)
    unwritten.set(segment, { base: features, entries: [] })
  }

  const write = async (): Promise<void> => {
    const puts: (readonly [string, unknown])[] = []
    for (const [segment, { base, entries }] of unwritten) {
      if (base) puts.push([baseKey(prefix, segment), base])
      if (entries.length > 0) {
        puts.push([partKey(prefix, segment, segment.parts), entries])
        segment.parts += 1
      }
      puts.push([metaKey(prefix, segment), { ...segment, minutes: { ...segment.minutes } }])
    }
    unwritten.clear()
    if (puts.length > 0) await store.put(puts)
    const gone = tooMany()
    if (gone.length > 0) await store.remove(gone.flatMap((segment) => keysOf(prefix, segment)))
  }

  /** The oldest segments beyond the limit; those still open stay. */
  const tooMany = (): readonly Segment[] => {
    let records = segments.reduce((sum, segment) => sum + segment.records, 0)
    const gone = segments.filter((segment) => {
      if (records <= limits.records || open.get(segment.feed) === segment) return false
      records -= segment.records
      return true
    })
    if (gone.length > 0) segments = segments.filter((segment) => !gone.includes(segment))
    return gone
  }

  const entriesOf = async (segment: Segment): Promise<readonly HistoryEntry[]> => {
    const keys = Array.from({ length: segment.parts }, (_, part) => partKey(prefix, segment, part))
    const parts = (await store.get(keys)) as readonly (readonly HistoryEntry[] | undefined)[]
    return [...parts.flatMap((part) => part ?? []), ...(unwritten.get(segment)?.entries ?? [])]
  }

  return {
    async open(name, keep) {
      prefix = name
      const keys = await store.keys()
      const old = keys.filter((key) => !keep || !key.startsWith(`${name}|`))
      await store.remove(old)
      const metas = (await store.get(keys.filter((key) => keep && isMetaKey(name, key)))) as readonly Segment[]
      segments = [...metas, ...segments]
      count = Math.max(count, ...metas.map(({ number }) => number))
    },
    begin,
    record(feed, entries, features) {
      const segment = open.get(feed)
      if (!segment || entries.length === 0) return
      countIn(segment, entries)
      const waiting = unwritten.get(segment)
      if (waiting) waiting.entries.push(...entries)
      else unwritten.set(segment, { base: null, entries: [...entries] })
      const since = Object.values(segment.minutes).reduce((sum, changes) => sum + changes, 0)
      if (since >= Math.max(limits.entries, 2 * features.length)) begin(feed, segment.to, features)
    },
    flush() {
      writing = writing.then(write, write)
      return writing
    },
    timeline() {
      const minutes = new Map<number, number>()
      for (const segment of segments) {
        for (const [minute, changes] of Object.entries(segment.minutes)) {
          minutes.set(Number(minute), (minutes.get(Number(minute)) ?? 0) + changes)
        }
      }
      const first = new Map<string, number>()
      for (const { feed, from } of segments) first.set(feed, Math.min(first.get(feed) ?? from, from))
      return { from: knownFrom([...first.values()]), minutes: [...minutes].sort(([a], [b]) => a - b) }
    },
    async at(feed, moment, axis) {
      await writing
      const own = segments.filter((segment) => segment.feed === feed)
      const first = own.findLastIndex(({ from }) => from <= moment)
      const segment = own[first]
      if (!segment) return null
      const base =
        unwritten.get(segment)?.base ??
        ((await store.get([baseKey(prefix, segment)]))[0] as readonly CityFeature[] | undefined)
      if (!base) return null
      // What happened by then may have arrived at any time since.
      const later = axis === 'happened' ? own.slice(first + 1) : []
      const entries: HistoryEntry[] = []
      for (const each of [segment, ...later]) entries.push(...(await entriesOf(each)))
      return stateAt(base, entries, moment, axis)
    },
  }
}
