import type { CityFeature, MapDiff } from '#core/model/feature.ts'
import { toMapDiff } from '#feeds/toMap.ts'

interface MapView {
  readonly feed: string
  /** Properties that the source's layers read; null: any. */
  readonly reads: ReadonlySet<string> | null
  /** What the map has been told, by text id. */
  readonly shown: Map<string, CityFeature>
  /** Ids that may be another than shown. */
  readonly touched: Set<string>
  answer: ((diff: MapDiff | null) => void) | null
}

/** How sources of the map follow their feeds: each asks for its next change, and is answered when there is one. */
export interface MapViews {
  /** Remembers what the map will read under a URL. */
  published(url: string, features: readonly CityFeature[]): void
  withdrawn(url: string): void
  /** Begins to follow a feed for a source that read `url`. */
  open(feed: string, url: string, reads: ReadonlySet<string> | null): number
  /** The next change; it comes when there is one. Null when the view is closed. One question at a time. */
  next(view: number): Promise<MapDiff | null>
  close(view: number): void
  /** Features that are another than they were, and views that may now be answered. */
  touch(feed: string, ids: Iterable<string>): void
  /** Every feature of a feed may be another: another moment is looked at. */
  touchAll(feed: string): void
}

export interface ViewedFeatures {
  find(feed: string, id: string): CityFeature | undefined
  features(feed: string): readonly CityFeature[]
  /** While a feed is held, its views wait: it is between two states. */
  held(feed: string): boolean
}

export function createMapViews(viewed: ViewedFeatures): MapViews {
  const bases = new Map<string, readonly CityFeature[]>()
  const views = new Map<number, MapView>()
  let count = 0

  const answer = (view: MapView): void => {
    if (!view.answer || view.touched.size === 0 || viewed.held(view.feed)) return
    const pairs = [...view.touched].map((id) => [view.shown.get(id), viewed.find(view.feed, id)] as const)
    for (const [at, id] of [...view.touched].entries()) {
      const now = pairs[at]?.[1]
      if (now) view.shown.set(id, now)
      else view.shown.delete(id)
    }
    view.touched.clear()
    const diff = toMapDiff(pairs, view.reads)
    if (!diff) return
    const resolve = view.answer
    view.answer = null
    resolve(diff)
  }

  const compareAll = (view: MapView): void => {
    const now = viewed.features(view.feed)
    const present = new Set(now.map(({ id }) => id))
    for (const feature of now) if (view.shown.get(feature.id) !== feature) view.touched.add(feature.id)
    for (const id of view.shown.keys()) if (!present.has(id)) view.touched.add(id)
  }

  const each = (feed: string, act: (view: MapView) => void): void => {
    for (const view of views.values()) if (view.feed === feed) act(view)
  }

  return {
    published: (url, features) => void bases.set(url, features),
    withdrawn: (url) => void bases.delete(url),
    open(feed, url, reads) {
      count += 1
      const base = bases.get(url) ?? []
      const view: MapView = {
        feed,
        reads,
        shown: new Map(base.map((feature) => [feature.id, feature])),
        touched: new Set(),
        answer: null,
      }
      compareAll(view)
      views.set(count, view)
      return count
    },
    next(id) {
      const view = views.get(id)
      if (!view) return Promise.resolve(null)
      view.answer?.(null)
      return new Promise((resolve) => {
        view.answer = resolve
        answer(view)
      })
    },
    close(id) {
      views.get(id)?.answer?.(null)
      views.delete(id)
    },
    touch(feed, ids) {
      const changed = [...ids]
      each(feed, (view) => {
        for (const id of changed) view.touched.add(id)
        answer(view)
      })
    },
    touchAll: (feed) =>
      each(feed, (view) => {
        compareAll(view)
        answer(view)
      }),
  }
}
