import type { CityFeature } from '#core/model/feature.ts'
import type { PastWorld } from '#core/model/world.ts'
import { createHistory, type Timeline } from '#feeds/history/createHistory.ts'
import type { HistoryStore } from '#feeds/history/historyStore.ts'
import type { HistoryEntry } from '#feeds/history/segment.ts'
import { createFeedStore, type FeedStore, type StoredFeed } from '#feeds/store/createFeedStore.ts'
import type { ChangeBatch } from '../EngineContext'
import { type FeedsView, feedsFrom } from './worldView'

/** What has changed is written this often, in ticks. */
const FLUSH_TICKS = 5
/** Earlier readings kept of a feed that does not live. */
const MOST_READINGS = 4

/** A reading of a feed that a later one replaced, epoch milliseconds. */
interface EarlierReading {
  readonly until: number
  readonly feed: StoredFeed
}

/** Keeps what changes, and gives the city as it was. */
export interface Past {
  /** `keep`: the clock goes on from one page to the next, so that what an earlier page saw still stands. */
  open(name: string, keep: boolean): void
  changed(batch: ChangeBatch): void
  /** A feature as it had been before what was known already. */
  late(feed: string, feature: CityFeature, arrival: number): void
  /** A feed that does not live was read anew at `at` (the app's time). */
  replaced(before: StoredFeed, at: number): void
  ticked(): void
  timeline(): Timeline
  /**
   * The feeds as they stood. A living feed whose past does not reach back so far is not there: nothing is known of it. A
   * feed that does not live is as its reading of then, or its first.
   */
  at(moment: Pick<PastWorld, 'at' | 'axis'>): Promise<FeedsView>
}

export function createPast(store: FeedStore, kept: HistoryStore, held: (feed: string) => boolean): Past {
  const history = createHistory(kept)
  const begun = new Set<string>()
  /** When each feature that changed since it was last noted became what it is. */
  const unnoted = new Map<string, Map<string, number>>()
  const cameLate = new Map<string, HistoryEntry[]>()
  const earlier = new Map<string, readonly EarlierReading[]>()
  let ready: Promise<void> = Promise.resolve()
  let ticks = 0
  let revisions = 0

  const note = (): void => {
    for (const [id, touched] of unnoted) {
      const feed = store.get(id)
      const late = cameLate.get(id) ?? []
      if (!feed || held(id) || touched.size + late.length === 0) continue
      cameLate.delete(id)
      const entries = [...touched].map(
        ([featureId, arrival]): HistoryEntry => ({
          id: featureId,
          arrival,
          feature: store.find(id, featureId) ?? null,
        }),
      )
      touched.clear()
      entries.push(...late)
      entries.sort((a, b) => a.arrival - b.arrival)
      history.record(id, entries, feed.features)
    }
  }

  const living = async (feed: StoredFeed, { at, axis }: Pick<PastWorld, 'at' | 'axis'>): Promise<StoredFeed | null> => {
    const features = await history.at(feed.id, at, axis)
    if (!features) return null
    const asOf = features.reduce<number | null>((newest, { time }) => {
      return time !== null && (newest === null || time > newest) ? time : newest
    }, null)
    revisions += 1
    // Negative: no revision of the living feed is the same.
    return { ...feed, features, report: { ...feed.report, accepted: features.length, asOf, revision: -revisions } }
  }

  return {
    open(name, keep) {
      begun.clear()
      unnoted.clear()
      cameLate.clear()
      earlier.clear()
      ready = history.open(name, keep).catch(() => {})
    },
    changed({ feed, after, arrival }) {
      if (!begun.has(feed)) {
        begun.add(feed)
        const features = store.get(feed)?.features ?? []
        ready = ready.then(() => history.begin(feed, arrival, features))
        return
      }
      const touched = unnoted.get(feed) ?? new Map<string, number>()
      unnoted.set(feed, touched)
      for (const id of after.keys()) touched.set(id, arrival)
    },
    late(feed, feature, arrival) {
      if (!begun.has(feed)) return
      if (!unnoted.has(feed)) unnoted.set(feed, new Map())
      const late = cameLate.get(feed) ?? []
      cameLate.set(feed, late)
      late.push({ id: feature.id, arrival, feature, late: true })
    },
    replaced(feed, until) {
      earlier.set(feed.id, [...(earlier.get(feed.id) ?? []), { until, feed }].slice(-MOST_READINGS))
    },
    ticked() {
      ticks += 1
      note()
      if (ticks % FLUSH_TICKS === 0) void ready.then(() => history.flush()).catch(() => {})
    },
    timeline: history.timeline,
    async at(moment) {
      await ready
      note()
      const then = createFeedStore()
      for (const id of begun) {
        const feed = store.get(id)
        const stood = feed && (await living(feed, moment))
        if (stood) then.put(stood)
      }
      for (const readings of earlier.values()) {
        const reading = readings.find(({ until }) => moment.at < until)
        if (reading) then.put(reading.feed)
      }
      return feedsFrom((id) => (begun.has(id) || then.get(id) ? then : store))
    },
  }
}
