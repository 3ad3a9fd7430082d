import type { CityFeature } from '#core/model/feature.ts'
import type { FeedNotice, FeedReport, Reason } from '#core/model/feedReport.ts'
import { createNoticeLog } from '#feeds/door/noticeLog.ts'
import { isOlder } from '#feeds/live/coalescer.ts'
import { LIVE_REASONS } from '#feeds/live/liveReasons.ts'
import type { Change } from '#feeds/live/readMessage.ts'
import type { FeedStore } from '#feeds/store/createFeedStore.ts'
import { keepUnchanged } from '#feeds/store/keepUnchanged.ts'
import type { ChangeBatch } from '../EngineContext'
import type { PlaceByCode } from '../warnings/placeByCode'
import { geoJsonOf } from '../world/editFeature'
import type { PendingLayer } from '../world/pendingLayer'
import type { LivingFeed } from './livingFeed'
import { livingReport } from './livingReport'
import { withDerived } from './withDerived'

interface Settings {
  readonly store: FeedStore
  readonly pending: PendingLayer
  readonly placing: Pick<PlaceByCode, 'place' | 'report'>
  /** The app's time, epoch milliseconds. */
  readonly now: () => number
  onChange(batch: ChangeBatch): void
  /** A feature came as it had been before what is held of it. */
  onLate(feed: string, feature: CityFeature): void
  /** What is said of a feed is another, though none of its features is. */
  onReport(feed: string): void
}

/** Systems in which what is held can be written as the feed itself would: where positions are not converted. */
const WRITES_AS_IS: ReadonlySet<string> = new Set(['wgs84', 'cgcs2000', 'EPSG:4326', 'EPSG:4490'])

type Changes = ReadonlyMap<string, CityFeature | null>

/** How many changes the door kept out, and why the last of them. */
interface Taken {
  readonly refused: number
  readonly why: Reason | null
}

/** How what comes for a living feed gets into the store: through its door, with what time and actions add. */
export interface TakeChanges {
  /** Changes of the channel. */
  take(living: LivingFeed, changes: readonly Change[]): Taken
  /** A later reading, the features of which replace those held; what is the same stays the object it is. */
  renew(living: LivingFeed, features: readonly CityFeature[], report: FeedReport): void
  /** Features that hold elsewhere than they did, as they are now. */
  move(living: LivingFeed, moved: ReadonlyMap<string, CityFeature>): void
  /** What time makes of every feature now. */
  reckonTime(living: LivingFeed, moment: number): void
  /** Lays what is under way over features as their feed says them. */
  layAnew(living: LivingFeed, features: Iterable<string>): void
}

/** Features of a live feed that are held, where its catalog names no other number. */
const MOST_HELD = 100_000
/** Features of changes that the door kept out, held to be named. */
const MOST_BAD = 1_000

const mostHeld = ({ feed, readIds }: LivingFeed): number => Math.max(feed.live?.most ?? MOST_HELD, readIds.size)

function keepLatest<Value>(values: Map<string, Value>, key: string, value: Value): void {
  values.delete(key)
  values.set(key, value)
  const [first] = values.keys()
  if (values.size > MOST_BAD && first !== undefined) values.delete(first)
}

/** What the source never said needs no word that it is gone. */
function forget({ changed, readIds }: LivingFeed, id: string): void {
  if (readIds.has(id)) changed?.set(id, null)
  else changed?.delete(id)
}

/** So many features whose time lies furthest back, those without one first; of equal ones those that came first. */
function oldest<One extends CityFeature | null>(features: readonly One[], count: number): readonly One[] {
  const timeOf = (feature: One): number => feature?.time ?? Number.NEGATIVE_INFINITY
  const last = Float64Array.from(features, timeOf).sort()[count - 1] ?? Number.NEGATIVE_INFINITY
  const before = features.filter((feature) => timeOf(feature) < last)
  return [...before, ...features.filter((feature) => timeOf(feature) === last).slice(0, count - before.length)]
}

/** What the door noted of the reading and of the changes since, and what there was no room for. */
function noticesOf(living: LivingFeed): readonly FeedNotice[] {
  const { feed, noted, besides, overflow } = living
  const log = createNoticeLog()
  for (const [id, reasons] of noted) for (const reason of reasons) log.note(reason, id)
  if (overflow > 0) log.note(LIVE_REASONS.full(mostHeld(living), feed.live?.keep ?? 'newest'), null, overflow)
  return [...besides, ...log.notices()]
}

/**
 * A later reading without what is older, by its own time, than what is held, and what is held in its place: a server may
 * answer from a store that has not heard yet what its stream has said. What it lacks is gone.
 */
function withoutLate(
  features: readonly CityFeature[],
  heldTime: (id: string) => number | null,
  find: (id: string) => CityFeature | undefined,
): {
  readonly newest: readonly CityFeature[]
  readonly kept: readonly CityFeature[]
  readonly late: readonly CityFeature[]
} {
  const kept: CityFeature[] = []
  const late: CityFeature[] = []
  const newest = features.flatMap((feature) => {
    if (!isOlder(feature.time, heldTime(feature.id))) return [feature]
    const held = find(feature.id)
    if (held) late.push(feature)
    if (held) kept.push(held)
    return held ? [held] : []
  })
  return { newest, kept, late }
}

export function takeChanges({ store, pending, placing, now, onChange, onLate, onReport }: Settings): TakeChanges {
  const put = (id: string, changes: Changes, report: FeedReport): void => {
    const before = new Map([...changes.keys()].map((key) => [key, store.find(id, key)]))
    store.change(id, changes, report)
    if (changes.size === 0) {
      onReport(id)
      return
    }
    const after = new Map([...changes].map(([key, feature]) => [key, feature ?? undefined]))
    onChange({ feed: id, before, after, arrival: now() })
  }

  const reportOf = (living: LivingFeed, changes: Changes): FeedReport => {
    const { feed, bad } = living
    const stored = store.get(feed.id)
    if (!stored) throw new Error(`feed ${feed.id} has not come in`)
    let accepted = stored.features.length
    for (const [id, feature] of changes) {
      const known = store.find(stored.id, id) !== undefined
      if (feature && !known) accepted += 1
      if (!feature && known) accepted -= 1
    }
    const read = stored.report.quarantined.filter(({ id }) => id === null || (!changes.has(id) && !bad.has(id)))
    const come = [...changes.values()].filter((feature) => feature !== null)
    const report = livingReport(stored.report, {
      accepted,
      come,
      quarantined: [...read, ...bad.values()],
      notices: noticesOf(living),
      now: now(),
    })
    const others = () => stored.features.filter(({ id }) => !changes.has(id))
    return feed.record === 'warning' ? placing.report(feed.id, report, [...others(), ...come]) : report
  }

  const putSome = (living: LivingFeed, changes: Changes): void => {
    if (changes.size > 0) put(living.feed.id, changes, reportOf(living, changes))
  }

  /** When what is held of a feature is from, as its feed says it; what is under way for it is no news of the feed. */
  const heldTime = ({ feed, gone }: LivingFeed, id: string): number | null => {
    const held = pending.said(feed.id, id) ?? store.find(feed.id, id)
    return held ? held.time : (gone.get(id) ?? null)
  }

  /** Keeps a feed that sends ever new ids within what its catalog allows. */
  const letGo = (living: LivingFeed, puts: Map<string, CityFeature | null>): void => {
    const { feed, noted } = living
    const held = store.get(feed.id)?.features ?? []
    if (held.length + puts.size <= mostHeld(living)) return
    const known = new Set(held.map(({ id }) => id))
    const come = [...puts.values()].filter((feature) => feature !== null && !known.has(feature.id))
    const gone = [...puts].filter(([id, feature]) => feature === null && known.has(id)).length
    const excess = held.length + come.length - gone - mostHeld(living)
    if (excess <= 0) return
    living.overflow += excess
    const standing = held.flatMap(({ id }) => (puts.has(id) ? (puts.get(id) ?? []) : (store.find(feed.id, id) ?? [])))
    const leaving = feed.live?.keep === 'oldest' ? come.slice(-excess) : oldest([...standing, ...come], excess)
    for (const feature of leaving) {
      if (feature === null) continue
      forget(living, feature.id)
      noted.delete(feature.id)
      if (known.has(feature.id)) puts.set(feature.id, null)
      else puts.delete(feature.id)
    }
  }

  return {
    take(living, changes) {
      const { feed, derive, door, gone, noted, bad, changed } = living
      if (!door || !store.get(feed.id)) return { refused: 0, why: null }
      let refused = 0
      let why: Reason | null = null
      const moment = now()
      const puts = new Map<string, CityFeature | null>()
      const remove = (id: string, time: number | null): void => {
        const newest = Math.max(time ?? Number.NEGATIVE_INFINITY, heldTime(living, id) ?? Number.NEGATIVE_INFINITY)
        if (newest > Number.NEGATIVE_INFINITY) gone.set(id, newest)
        bad.delete(id)
        noted.delete(id)
        pending.gone(feed.id, id)
        forget(living, id)
        if (store.find(feed.id, id)) puts.set(id, null)
      }
      for (const change of changes) {
        const removed = change.kind === 'gone' ? change : change.afterGone
        const isRemoved = removed !== undefined && !isOlder(removed.time, heldTime(living, change.id))
        if (change.kind === 'gone') {
          if (isRemoved) remove(change.id, change.time)
          continue
        }
        for (const feature of change.older ?? []) {
          const late = door(change.id, feature)
          if (late.ok) onLate(feed.id, late.feature)
        }
        if (isOlder(change.time, heldTime(living, change.id))) {
          if (isRemoved) remove(change.id, removed.time)
          const late = door(change.id, change.feature)
          if (late.ok) onLate(feed.id, late.feature)
          continue
        }
        const admitted = door(change.id, change.feature, change.notices)
        if (!admitted.ok) {
          keepLatest(bad, change.id, admitted.quarantined)
          refused += 1
          why = admitted.quarantined.reason
          continue
        }
        const known = store.find(feed.id, change.id)
        bad.delete(change.id)
        if (admitted.notices.length > 0) noted.set(change.id, admitted.notices)
        else noted.delete(change.id)
        changed?.set(change.id, change.feature)
        const feature = withDerived(
          pending.lay(feed.id, placing.place(feed.id, admitted.feature), moment),
          derive,
          moment,
          known ?? null,
        )
        const [kept] = known ? keepUnchanged([known], [feature]) : [feature]
        if (kept && kept !== known) puts.set(change.id, kept)
      }
      letGo(living, puts)
      put(feed.id, puts, reportOf(living, puts))
      return { refused, why }
    },

    renew(living, features, report) {
      const { id } = living.feed
      const stored = store.get(id)
      if (!stored) throw new Error(`feed ${id} has not begun`)
      const moment = now()
      const {
        newest,
        kept: held,
        late,
      } = living.feed.live
        ? withoutLate(
            features,
            (featureId) => heldTime(living, featureId),
            (featureId) => pending.said(id, featureId) ?? store.find(id, featureId),
          )
        : { newest: features, kept: [], late: [] }
      const derived = newest.map((feature) =>
        withDerived(
          pending.lay(id, placing.place(id, feature), moment),
          living.derive,
          moment,
          store.find(id, feature.id) ?? null,
        ),
      )
      const kept = new Map(keepUnchanged(stored.features, derived).map((feature) => [feature.id, feature]))
      const changes = new Map<string, CityFeature | null>()
      for (const feature of kept.values()) if (store.find(id, feature.id) !== feature) changes.set(feature.id, feature)
      for (const feature of stored.features) if (!kept.has(feature.id)) changes.set(feature.id, null)
      for (const feature of late) onLate(id, feature)
      living.bad.clear()
      living.changed?.clear()
      if (WRITES_AS_IS.has(living.feed.crs))
        for (const feature of held) living.changed?.set(feature.id, geoJsonOf(feature))
      const said = placing.report(id, report, [...kept.values()])
      put(id, changes, { ...said, revision: (stored.report.revision ?? 0) + (changes.size > 0 ? 1 : 0) })
    },

    move({ feed: { id } }, moved) {
      const stored = store.get(id)
      if (!stored) return
      const report = placing.report(
        id,
        stored.report,
        stored.features.map((feature) => moved.get(feature.id) ?? feature),
      )
      put(id, moved, { ...report, revision: (stored.report.revision ?? 0) + 1 })
    },

    reckonTime(living, moment) {
      const { feed, derive } = living
      if (!derive) return
      const puts = new Map<string, CityFeature | null>()
      for (const feature of store.get(feed.id)?.features ?? []) {
        const derived = withDerived(feature, derive, moment, feature)
        if (derived !== feature) puts.set(feature.id, derived)
      }
      putSome(living, puts)
    },

    layAnew(living, features) {
      const { id } = living.feed
      const moment = now()
      const puts = new Map<string, CityFeature | null>()
      for (const featureId of features) {
        const shown = store.find(id, featureId)
        if (!shown) continue
        const laid = pending.lay(id, pending.said(id, featureId) ?? shown, moment)
        const [next] = keepUnchanged([shown], [withDerived(laid, living.derive, moment, shown)])
        if (next && next !== shown) puts.set(featureId, next)
      }
      putSome(living, puts)
    },
  }
}
