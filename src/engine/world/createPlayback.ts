import { createHistory, type Timeline } from '#feeds/history/createHistory.ts'
import type { HistoryStore } from '#feeds/history/historyStore.ts'
import type { HistoryEntry, TimeAxis } from '#feeds/history/segment.ts'
import { createFeedStore, type FeedStore } from '#feeds/store/createFeedStore.ts'
import type { ChangeBatch } from '../EngineContext'

/** What has changed is written this often, in ticks. */
const FLUSH_TICKS = 5

export interface Moment {
  /** Epoch milliseconds. */
  readonly at: number
  /** The living feeds as they were; of those whose past does not reach back so far nothing is known, and they are empty. */
  readonly feeds: FeedStore
}

/** Keeps what changes, and shows the city as it was. */
export interface Playback {
  /** `keep`: the clock goes on from one page to the next, so that what an earlier page saw still stands. */
  open(name: string, keep: boolean): void
  changed(batch: ChangeBatch): void
  ticked(now: number): void
  timeline(): Timeline
  /** Goes to a moment, or back to now (null). */
  look(at: number | null, axis: TimeAxis): Promise<void>
  /** The moment looked at; null: now. */
  moment(): Moment | null
}

export function createPlayback(store: FeedStore, kept: HistoryStore, held: (feed: string) => boolean): Playback {
  const history = createHistory(kept)
  const begun = new Set<string>()
  /** When each feature that changed since it was last noted became what it is. */
  const unnoted = new Map<string, Map<string, number>>()
  let ready: Promise<void> = Promise.resolve()
  let ticks = 0
  let looking: Moment | null = null
  let wanted = 0
  let revisions = 0

  const note = (): void => {
    for (const [id, touched] of unnoted) {
      const feed = store.get(id)
      if (!feed || held(id) || touched.size === 0) continue
      const entries = [...touched].map(
        ([featureId, arrival]): HistoryEntry => ({
          id: featureId,
          arrival,
          feature: store.find(id, featureId) ?? null,
        }),
      )
      touched.clear()
      entries.sort((a, b) => a.arrival - b.arrival)
      history.record(id, entries, feed.features)
    }
  }

  const viewOf = async (at: number, axis: TimeAxis): Promise<Moment> => {
    const feeds = createFeedStore()
    for (const id of begun) {
      const feed = store.get(id)
      const features = (await history.at(id, at, axis)) ?? []
      if (!feed) continue
      revisions += 1
      const { record, hasFootprint, mapUrl, report } = feed
      const asOf = features.reduce<number | null>((newest, { time }) => {
        return time !== null && (newest === null || time > newest) ? time : newest
      }, null)
      // Negative: no revision of the living feed is the same.
      const then = { ...report, accepted: features.length, asOf, revision: -revisions }
      feeds.put({ id, record, hasFootprint, mapUrl, features, report: then })
    }
    return { at, feeds }
  }

  return {
    open(name, keep) {
      begun.clear()
      unnoted.clear()
      looking = null
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
    ticked() {
      ticks += 1
      note()
      if (ticks % FLUSH_TICKS === 0) void ready.then(() => history.flush()).catch(() => {})
    },
    timeline: history.timeline,
    async look(at, axis) {
      wanted += 1
      const turn = wanted
      if (at === null) {
        looking = null
        return
      }
      await ready
      note()
      const moment = await viewOf(at, axis)
      // A later wish wins.
      if (turn === wanted) looking = moment
    },
    moment: () => looking,
  }
}
