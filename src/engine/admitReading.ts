import type { CatalogFeed } from '#catalog/schema.ts'
import { hasTimeAside } from '#core/model/feedReport.ts'
import { admitFeed } from '#feeds/door/admitFeed.ts'
import { canonicalFeed } from '#feeds/door/changeDoor.ts'
import { drawnProperties } from '#feeds/drawnProperties.ts'
import type { Remembered } from '#feeds/protocols/protocol.ts'
import type { FeedStore, StoredFeed } from '#feeds/store/createFeedStore.ts'
import { keepUnchanged } from '#feeds/store/keepUnchanged.ts'
import { toMapGeoJson } from '#feeds/toMap.ts'
import type { EngineContext } from './EngineContext'
import type { Admission } from './engineApi'
import type { KeptSources } from './indicators/keepSources'
import type { KeptDefaults } from './keepDefaults'
import type { Living } from './living/createLiving'
import type { MapViews } from './living/mapViews'
import type { PlaceByCode } from './warnings/placeByCode'
import type { Past } from './world/past'

interface Parts {
  readonly context: EngineContext
  readonly store: FeedStore
  readonly sources: KeptSources
  readonly living: Living
  readonly placing: PlaceByCode
  readonly views: MapViews
  readonly past: Past
  /** The app's time of a real one, or of now; epoch milliseconds. */
  readonly readingTime: (real: number | undefined) => number
  readonly defaults: KeptDefaults
  /** The bytes of every feed are kept for evidence, not only of those that rows of the standard use. */
  readonly keepAll: boolean
}

/** Takes a reading of a feed through the door and into the city; the last good one stays where it fails. */
export function admitReading(parts: Parts) {
  const { context, store, sources, living, placing, views, past, defaults, readingTime, keepAll } = parts
  /** Of feeds that no row measures by: evidence must follow from the bytes of one reading. */
  const earlier = new WeakMap<CatalogFeed, Remembered>()
  return (feedId: string, bytes: Uint8Array, written = false, readAt?: number): Admission => {
    const { catalog, feedsByIndicator } = context.city()
    const feed = catalog.feeds.find((candidate) => candidate.id === feedId)
    if (!feed) throw new Error(`no feed ${feedId} in the catalog`)
    const measures = keepAll || Object.values(feedsByIndicator).some((feeds) => feeds.includes(feedId))
    const read = written ? canonicalFeed(feed) : feed
    const admitted = admitFeed(bytes, read, catalog.city, context.liveNow(), measures ? [] : earlier.get(feed))
    const previous = store.get(feedId)
    if (!admitted.ok) {
      const { failure, sha256 } = admitted
      if (measures && !previous) sources.keep(feedId, bytes, admitted)
      return { ok: false, sha256, ...failure }
    }
    const { noted } = admitted
    earlier.set(feed, admitted.remembered)
    const report = admitted.report.asOfReading ? { ...admitted.report, asOf: readingTime(readAt) } : admitted.report
    // The same bytes again change nothing: the map keeps its URL and results stay as they are. But what lay ahead may have come.
    if (previous?.report.sha256 === report.sha256 && !previous.report.revision && !hasTimeAside(previous.report)) {
      if (report.asOfReading) store.change(feedId, new Map(), report)
      return admissionOf(store.get(feedId) ?? previous)
    }
    if (measures) sources.keep(feedId, bytes, null)
    const catalogNow = defaults.read(feedId, admitted.features)
    if (catalogNow) context.emit({ kind: 'catalog', catalog: catalogNow })
    if (previous && living.isLiving(feedId)) {
      living.renew(feedId, admitted.features, report, { bytes, noted })
      placing.ask()
      return admissionOf(store.get(feedId) ?? previous)
    }
    const now = living.arrange(feedId, admitted.features)
    const kept = previous ? keepUnchanged(previous.features, now) : now
    const sends = drawnProperties(defaults.layers(), feedId)
    const mapUrl = context.publish(() => toMapGeoJson(kept, sends))
    const { id, record, footprint } = feed
    const said = placing.report(id, report, kept)
    const stored = store.put({
      id,
      record,
      hasFootprint: footprint !== undefined,
      features: kept,
      report: said,
      mapUrl,
    })
    views.published(mapUrl, kept, living.isLiving(feedId), sends)
    if (previous) {
      past.replaced(previous, context.liveNow())
      views.withdrawn(previous.mapUrl)
      context.withdraw(previous.mapUrl)
    }
    if (living.isLiving(feedId)) living.begun(feedId, { bytes, noted })
    for (const [moving, moved] of placing.moved(feedId)) living.move(moving, moved)
    placing.ask()
    return admissionOf(stored)
  }
}

function admissionOf({ report, mapUrl, bounds, properties }: StoredFeed): Admission {
  return { ok: true, report, mapUrl, bounds, properties }
}
