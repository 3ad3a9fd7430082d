import { bundledStandard } from '#catalog/bundledStandard.ts'
import { parseCatalog } from '#catalog/parseCatalog.ts'
import type { Catalog } from '#catalog/schema.ts'
import { parseStandard } from '#catalog/standard.ts'
import { METHODS } from '#core/indicators/methods/methods.ts'
import { methodFacts } from '#core/indicators/methods/metricMethod.ts'
import { feedsOfIndicator, needsReported } from '#core/indicators/metricFacts.ts'
import { scopeArea } from '#core/indicators/scopeArea.ts'
import { compilePredicate, type Expression } from '#core/model/compileExpression.ts'
import type { Standard } from '#core/model/standard.ts'
import { type AppClock, clockTime, REAL_CLOCK } from '#core/model/time.ts'
import { memoryAlarmStore } from '#feeds/alarms/alarmStore.ts'
import { admitFeed } from '#feeds/door/admitFeed.ts'
import { memoryHistory } from '#feeds/history/historyStore.ts'
import { cutOffDemo, takeDemoAction } from '#feeds/live/registry.ts'
import { createFeedStore, type FeedStore, type StoredFeed } from '#feeds/store/createFeedStore.ts'
import { keepUnchanged } from '#feeds/store/keepUnchanged.ts'
import { allOf, everyFeature, type FeatureFilter } from '#feeds/store/tallyFeatures.ts'
import { toMapGeoJson } from '#feeds/toMap.ts'
import { caseVerbs } from './cases/caseVerbs'
import { dataVerbs } from './data/dataVerbs'
import { deviceVerbs } from './devices/deviceVerbs'
import type { ChangeBatch, EngineContext, OpenCity, Publisher } from './EngineContext'
import type { Admission, CityEngine } from './engineApi'
import type { EngineEvent } from './engineEvents'
import { indicatorVerbs } from './indicators/indicatorVerbs'
import { keepSources } from './indicators/keepSources'
import { createLiving } from './living/createLiving'
import { createMapViews } from './living/createMapViews'
import type { Surroundings } from './surroundings'
import { warningVerbs } from './warnings/warningVerbs'
import { createPlayback } from './world/createPlayback'

const STILL: Surroundings = {
  timers: null,
  clock: () => Date.now(),
  random: () => 0.5,
  history: memoryHistory,
  alarms: memoryAlarmStore,
}

/**
 * The city's data and the answers from it; see `CityEngine`. A verb before `openCatalog` throws. Without timers it only
 * answers: no channel is opened.
 */
export function createCityEngine({ publish, withdraw, ...around }: Publisher & Partial<Surroundings>): CityEngine {
  const world: Surroundings = { ...STILL, ...around }
  const store = createFeedStore()
  const sources = keepSources()
  const changeListeners: ((batch: ChangeBatch) => void)[] = []
  const tickListeners: ((now: number) => void)[] = []
  let appClock: AppClock = REAL_CLOCK
  let open: OpenCity | null = null
  let tell: (event: EngineEvent) => void = () => {}
  const liveNow = () => clockTime(appClock, world.clock())
  const emit = (event: EngineEvent) => tell(event)

  const living = createLiving({
    store,
    ...world,
    now: liveNow,
    emit,
    onTick(now) {
      playback.ticked(now)
      for (const hear of tickListeners) hear(now)
      announce()
    },
    onChange(batch) {
      views.touch(batch.feed, batch.after.keys())
      unsaid.add(batch.feed)
      playback.changed(batch)
      for (const hear of changeListeners) hear(batch)
    },
  })

  /** Feeds that are another than the page knows; it is told once a second, and not while they are between two states. */
  const unsaid = new Set<string>()
  const announce = (): void => {
    for (const id of unsaid) {
      if (living.held(id)) continue
      unsaid.delete(id)
      const feed = stored(id)
      if (feed) emit({ kind: 'feed', feed: id, report: feed.report, bounds: feed.bounds, properties: feed.properties })
      views.touch(id, [])
    }
  }

  const city = (): OpenCity => {
    if (!open) throw new Error('no catalog is open')
    return open
  }
  const playback = createPlayback(store, world.history(), living.held)
  /** Where a feed is looked up: at the moment looked at, if it changes, else as it is. */
  const viewed = (id: string): FeedStore => {
    const past = playback.moment()?.feeds
    return past?.get(id) ? past : store
  }
  const stored = (id: string): StoredFeed | undefined => viewed(id).get(id)
  const features = (id: string) => stored(id)?.features ?? []
  const find = (feed: string, id: string) => viewed(feed).find(feed, id)
  const views = createMapViews({ find, features, held: living.held })

  const scopeFilter = (id: string | null | undefined): FeatureFilter => {
    const definition = city().catalog.scopes.find((scope) => scope.id === id)
    const feed = definition && stored(definition.feed)
    return definition && feed ? scopeArea(definition, feed).contains : everyFeature
  }

  const context: EngineContext = {
    publish,
    withdraw,
    city,
    stored,
    features,
    find,
    emit,
    liveNow,
    now: () => playback.moment()?.at ?? liveNow(),
    feed: (id) => city().catalog.feeds.find((feed) => feed.id === id),
    liveFeatures: (id) => store.get(id)?.features ?? [],
    byMapId: (feed, mapId) => viewed(feed).feature(feed, mapId),
    changed: living.changed,
    evaluable: (feeds) => store.evaluable(feeds),
    filterOf: (where, scope) => allOf(whereFilter(where), scopeFilter(scope)),
    publishJson: (value) => publish(new TextEncoder().encode(JSON.stringify(value))),
    onChange: (listener) => void changeListeners.push(listener),
    onTick: (listener) => void tickListeners.push(listener),
  }

  /** URLs given for a feed as it was at some moment. */
  const given = new Map<string, string>()

  return {
    ...dataVerbs(context),
    ...indicatorVerbs(context, sources),
    ...caseVerbs(context),
    ...deviceVerbs(context, world.alarms()),
    ...warningVerbs(context),

    openCatalog(catalogBytes, standardBytes, catalogUrl) {
      const read = standardBytes && parseStandard(new TextDecoder().decode(standardBytes))
      if (read && !read.ok) return { ok: false, faults: read.faults }
      const standard = read?.standard ?? bundledStandard()
      const parsed = parseCatalog(catalogBytes, standard)
      if (!parsed.ok) return { ok: false, faults: parsed.faults }
      const { catalog } = parsed
      const feedsByIndicator = feedsByRow(catalog, standard)
      open = { catalog, standard, feedsByIndicator }
      sources.open(catalogBytes, standardBytes)
      living.open(catalog, catalogUrl ?? null, new Set(Object.values(feedsByIndicator).flat()))
      // A demonstration clock starts anew with each page: what an earlier page saw is no past of this one.
      playback.open(catalogUrl ?? catalog.city.code, catalog.city.clock === undefined)
      return { ok: true, catalog, standard, feedsByIndicator, methods: methodFacts(METHODS) }
    },

    admit(feedId, bytes) {
      const { catalog, feedsByIndicator } = city()
      const feed = catalog.feeds.find((candidate) => candidate.id === feedId)
      if (!feed) throw new Error(`no feed ${feedId} in the catalog`)
      const admitted = admitFeed(bytes, feed, catalog.city)
      const previous = store.get(feedId)
      const measures = Object.values(feedsByIndicator).some((feeds) => feeds.includes(feedId))
      if (!admitted.ok) {
        if (measures && !previous) sources.keep(feedId, bytes, admitted)
        return { ok: false, reason: admitted.failure.reason }
      }
      const { report } = admitted
      // The same bytes again change nothing: the map keeps its URL and results stay as they are.
      if (previous?.report.sha256 === report.sha256 && !previous.report.revision) return admissionOf(previous)
      if (measures) sources.keep(feedId, bytes, null)
      if (previous && living.isLiving(feedId)) {
        living.renew(feedId, admitted.features, report, bytes)
        return admissionOf(store.get(feedId) ?? previous)
      }
      const now = living.arrange(feedId, admitted.features)
      const kept = previous ? keepUnchanged(previous.features, now) : now
      const mapUrl = publish(toMapGeoJson(kept))
      const { id, record, footprint } = feed
      const admission = store.put({ id, record, hasFootprint: footprint !== undefined, features: kept, report, mapUrl })
      if (previous) withdraw(previous.mapUrl)
      if (living.isLiving(feedId)) {
        views.published(mapUrl, kept)
        living.begun(feedId, bytes)
      }
      return admissionOf(admission)
    },

    follow(listener) {
      tell = listener
    },
    setClock(next) {
      appClock = next
    },
    snapshotDone: (feed, ticket, failure) =>
      failure ? living.snapshotFailed(feed, ticket, failure) : living.snapshotTaken(feed, ticket),
    reconnect: living.retry,
    setPending(pending) {
      living.setPending(pending)
      announce()
    },
    takeAction: takeDemoAction,
    async cutOff(seconds) {
      if (world.timers) await cutOffDemo(seconds, world.timers)
    },
    timeline: playback.timeline,
    async look(at, axis) {
      await playback.look(at, axis)
      for (const { id } of city().catalog.feeds) {
        if (!living.isLiving(id)) continue
        unsaid.add(id)
        views.touchAll(id)
      }
      announce()
    },
    openMapView: (feed, url, reads) => (living.isLiving(feed) ? views.open(feed, url, reads) : null),
    nextMapDiff: views.next,
    closeMapView: views.close,
    publishFeed(feed) {
      const url = publish(toMapGeoJson(features(feed)))
      const last = given.get(feed)
      if (last !== undefined) withdraw(last)
      given.set(feed, url)
      return url
    },
  }
}

function admissionOf({ report, mapUrl, bounds, properties }: StoredFeed): Admission {
  return { ok: true, report, mapUrl, bounds, properties }
}

/** Feeds each row of the standard reads: its metrics', its scopes', and the reported ones where a metric has no definition. */
function feedsByRow({ indicators, scopes, feeds }: Catalog, { rows }: Standard): OpenCity['feedsByIndicator'] {
  const reported = feeds.filter((feed) => feed.record === 'reported').map((feed) => feed.id)
  return Object.fromEntries(
    rows.map((row) => {
      const definition = indicators.find((indicator) => indicator.id === row.id)
      const measured = definition ? feedsOfIndicator(definition, scopes) : []
      return [row.id, [...measured, ...(needsReported(row, definition) ? reported : [])]]
    }),
  )
}

function whereFilter(where: Expression | undefined): FeatureFilter {
  if (where === undefined) return everyFeature
  const predicate = compilePredicate(where)
  if (!predicate.ok) throw new Error(predicate.error)
  return (feature) => predicate.evaluate(feature) === true
}
