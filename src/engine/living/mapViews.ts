import type { CityFeature, MapDiff } from '#core/model/feature.ts'
import type { World } from '#core/model/world.ts'
import { type Shown, type ShownFeature, toMapDiff } from '#feeds/toMap.ts'
import type { WorldView } from '../world/worldView'

/** What the map read under a URL. */
interface Base {
  /** As they were published; null: they go on changing, and are not held for the life of the page. */
  readonly features: readonly CityFeature[] | null
  readonly published: ReadonlyMap<string, Published>
  /** Properties that were published; null: all. */
  readonly sends: ReadonlySet<string> | null
}

/** A feature as it was published: it is let go of once it is another. */
interface Published {
  readonly mapId: number
  readonly feature: WeakRef<CityFeature>
}

interface MapView {
  readonly feed: string
  /** Properties that the source's layers read; null: any. */
  readonly reads: ReadonlySet<string> | null
  readonly base: Base | null
  /** Properties that the map has, once it was told of those that were not published and are read all the same; null: all. */
  readonly sends: ReadonlySet<string> | null
  /** Layers read what was not published, and the map has not been told all of it yet. */
  lacks: boolean
  city: WorldView
  /** What the map has been told, by text id; null while it is what was published. */
  shown: Map<string, ShownFeature> | null
  /** Ids that may be another than shown. */
  readonly touched: Set<string>
  answer: ((diff: MapDiff | null) => void) | null
}

/** How sources of the map follow their feeds in a world: each asks for its next change, and is answered when there is one. */
export interface MapViews {
  /**
   * Remembers what the map will read under a URL: the properties among `sends` (null: all). `changing`: a feed whose features
   * change under the same URL.
   */
  published(url: string, features: readonly CityFeature[], changing: boolean, sends: ReadonlySet<string> | null): void
  withdrawn(url: string): void
  /** Begins to follow a feed in a world for a source that read `url`. */
  open(city: WorldView, feed: string, url: string, reads: ReadonlySet<string> | null): number
  /** The view is of another world from now on. */
  turn(view: number, city: WorldView): void
  /** The next change; it comes when there is one. Null when the view is closed. One question at a time. */
  next(view: number): Promise<MapDiff | null>
  close(view: number): void
  /** Features of the city as it is are another than they were, and its views may now be answered. */
  touch(feed: string, ids: Iterable<string>): void
  /** Worlds that views are of and that rest on a feed of the present: they are to be turned anew when it changes. */
  worldsOver(feed: string): readonly { readonly view: number; readonly world: World }[]
}

/** Features of which the map is told at once what was not published: a page hands on no more without a pause. */
const MOST_AT_ONCE = 2_000

/** @param held while a feed is between two states, its views of the present wait. */
export function mapViews(held: (feed: string) => boolean): MapViews {
  const bases = new Map<string, Base>()
  const views = new Map<number, MapView>()
  let count = 0

  const answer = (view: MapView): void => {
    const present = view.city.world.kind === 'now'
    if (!view.answer || view.touched.size === 0 || (present && held(view.feed))) return
    const shown = shownBy(view)
    let diff: MapDiff | null = null
    while (!diff && view.touched.size > 0) {
      const pairs: Shown[] = []
      for (const id of view.touched) {
        const now = view.city.find(view.feed, id)
        pairs.push([shown.get(id), now])
        if (now) shown.set(id, now)
        else shown.delete(id)
        view.touched.delete(id)
        if (view.lacks && pairs.length === MOST_AT_ONCE) break
      }
      diff = toMapDiff(pairs, view.reads, view.sends)
      if (view.touched.size === 0) view.lacks = false
    }
    if (!diff) return
    const resolve = view.answer
    view.answer = null
    resolve(diff)
  }

  const compareAll = (view: MapView): void => {
    const now = view.city.features(view.feed)
    if (!view.shown && !view.lacks && now === view.base?.features) return
    const shown = shownBy(view)
    const present = new Set(now.map(({ id }) => id))
    for (const feature of now) if (shown.get(feature.id) !== feature) view.touched.add(feature.id)
    for (const id of shown.keys()) if (!present.has(id)) view.touched.add(id)
  }

  return {
    published(url, features, changing, sends) {
      const published = changing
        ? features.map((feature) => [feature.id, { mapId: feature.mapId, feature: new WeakRef(feature) }] as const)
        : []
      bases.set(url, { features: changing ? null : features, published: new Map(published), sends })
    },
    withdrawn: (url) => void bases.delete(url),
    open(city, feed, url, reads) {
      count += 1
      const base = bases.get(url) ?? null
      const sends = base?.sends ?? null
      const view: MapView = {
        feed,
        reads,
        city,
        base,
        sends: sends && reads && new Set([...sends, ...reads]),
        lacks: sends !== null && (reads === null || [...reads].some((name) => name !== 'id' && !sends.has(name))),
        shown: null,
        touched: new Set(),
        answer: null,
      }
      compareAll(view)
      views.set(count, view)
      return count
    },
    turn(id, city) {
      const view = views.get(id)
      if (!view) return
      view.city = city
      compareAll(view)
      answer(view)
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
      for (const view of views.values()) {
        if (view.feed !== feed || view.city.world.kind !== 'now') continue
        for (const id of changed) view.touched.add(id)
        answer(view)
      }
    },
    worldsOver: (feed) =>
      [...views].flatMap(
        ([
          view,
          {
            feed: followed,
            city: { world },
          },
        ]) => (followed === feed && world.kind === 'plan' && world.base.kind === 'now' ? [{ view, world }] : []),
      ),
  }
}

/** What a view has told the map, or what the map read at first. */
function shownBy(view: MapView): Map<string, ShownFeature> {
  if (view.shown) return view.shown
  const { base, lacks } = view
  const sends = lacks ? (base?.sends ?? null) : null
  const asSent = (feature: CityFeature): CityFeature => (sends ? withOnly(feature, sends) : feature)
  const first = base?.features
    ? base.features.map((feature): [string, ShownFeature] => [feature.id, asSent(feature)])
    : [...(base?.published ?? [])].map(([id, { mapId, feature: held }]): [string, ShownFeature] => {
        const feature = held.deref()
        return [id, feature ? asSent(feature) : { mapId, lost: true }]
      })
  view.shown = new Map(first)
  return view.shown
}

const withOnly = (feature: CityFeature, sends: ReadonlySet<string>): CityFeature => ({
  ...feature,
  properties: Object.fromEntries(Object.entries(feature.properties).filter(([name]) => sends.has(name))),
})
