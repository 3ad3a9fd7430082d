import { bundledStandard } from '#catalog/bundledStandard.ts'
import { parseCatalog } from '#catalog/parseCatalog.ts'
import { parseStandard } from '#catalog/standard.ts'
import { METHODS } from '#core/indicators/methods/methods.ts'
import { methodFacts } from '#core/indicators/methods/metricMethod.ts'
import type { CityFeature } from '#core/model/feature.ts'
import { type AppClock, clockTime, REAL_CLOCK } from '#core/model/time.ts'
import type { World } from '#core/model/world.ts'
import { takeDemoAction } from '#feeds/live/registry.ts'
import { createFeedStore } from '#feeds/store/createFeedStore.ts'
import { admitReading } from './admitReading'
import { caseVerbs } from './cases/caseVerbs'
import { cheapestVerbs } from './cheapest/cheapestVerbs'
import { dataVerbs } from './data/dataVerbs'
import { deviceVerbs } from './devices/deviceVerbs'
import { drawingVerbs } from './drawing/drawingVerbs'
import type { ChangeBatch, EngineContext, OpenCity, Publisher } from './EngineContext'
import type { CityEngine, OfWorlds, Questions } from './engineApi'
import type { EngineEvent } from './engineEvents'
import { feedsByRow } from './indicators/feedsByRow'
import { indicatorVerbs } from './indicators/indicatorVerbs'
import { keepSources } from './indicators/keepSources'
import { rowInputs } from './indicators/rowInputs'
import { createJobs, type Jobs } from './jobs/jobs'
import { keepDefaults } from './keepDefaults'
import { createLiving } from './living/createLiving'
import { mapViews } from './living/mapViews'
import { planningVerbs } from './planning/planningVerbs'
import { responseVerbs } from './response/responseVerbs'
import { sightVerbs } from './sight/sightVerbs'
import { sitingVerbs } from './siting/sitingVerbs'
import { STILL, type Surroundings } from './surroundings'
import { systemVerbs } from './systems/systemVerbs'
import { placeByCode } from './warnings/placeByCode'
import { warningVerbs } from './warnings/warningVerbs'
import { createPast } from './world/past'
import { createWorlds, type Worlds } from './world/worlds'
import { worldVerbs } from './world/worldVerbs'
import type { Answers, WorldView } from './world/worldView'

/**
 * The city's data and the answers from it; see `CityEngine`. A verb before `openCatalog` throws. Without timers it only
 * answers: no channel is opened.
 */
export function createCityEngine({ publish, withdraw, ...around }: Publisher & Partial<Surroundings>): CityEngine {
  const surroundings: Surroundings = { ...STILL, ...around }
  const store = createFeedStore()
  const sources = keepSources()
  const jobs = createJobs()
  const defaults = keepDefaults()
  const changeListeners: ((batch: ChangeBatch) => void)[] = []
  const lateListeners: ((feed: string, feature: CityFeature) => void)[] = []
  const tickListeners: ((now: number) => void)[] = []
  let appClock: AppClock = REAL_CLOCK
  let open: OpenCity | null = null
  let tell: (event: EngineEvent) => void = () => {}
  const liveNow = () => clockTime(appClock, surroundings.clock())
  const emit = (event: EngineEvent) => tell(event)
  const city = (): OpenCity => {
    if (!open) throw new Error('no catalog is open')
    return open
  }

  const placing = placeByCode(store, () => open?.catalog ?? null, emit)
  const living = createLiving({
    store,
    placing,
    ...surroundings,
    now: liveNow,
    emit,
    onTick(now) {
      past.ticked()
      for (const hear of tickListeners) hear(now)
      announce()
    },
    onChange(batch) {
      views.touch(batch.feed, batch.after.keys())
      unsaid.add(batch.feed)
      past.changed(batch)
      for (const hear of changeListeners) hear(batch)
    },
    onLate(feed, feature) {
      past.late(feed, feature, liveNow())
      for (const hear of lateListeners) hear(feed, feature)
    },
    onReport: (feed) => void unsaid.add(feed),
  })
  const views = mapViews(living.held)
  const past = createPast(store, surroundings.history(), living.held)
  const worlds = createWorlds(store, past, city, liveNow)

  /** Feeds that are another than the page knows; it is told once a second, and not while they are between two states. */
  const unsaid = new Set<string>()
  const announce = (): void => {
    for (const id of unsaid) {
      if (living.held(id)) continue
      unsaid.delete(id)
      const feed = store.get(id)
      if (feed) emit({ kind: 'feed', feed: id, report: feed.report, bounds: feed.bounds, properties: feed.properties })
      views.touch(id, [])
      for (const { view, world } of views.worldsOver(id)) void turn(view, world)
    }
  }
  const turn = async (view: number, world: World): Promise<void> => views.turn(view, await worlds.view(world))

  const context: EngineContext = {
    publish,
    withdraw,
    city,
    emit,
    liveNow,
    now: worlds.now,
    feed: (id) => city().catalog.feeds.find((feed) => feed.id === id),
    changed: living.changed,
    onChange: (listener) => void changeListeners.push(listener),
    onLate: (listener) => void lateListeners.push(listener),
    onTick: (listener) => void tickListeners.push(listener),
  }
  const devices = deviceVerbs(context, surroundings.alarms())
  /** An engine that only answers serves the command line, which may measure by any feed. */
  const packAhead = surroundings.timers !== null
  const inputs = rowInputs(context)
  const questions: Answers<Questions> = {
    ...dataVerbs(context),
    ...indicatorVerbs({ context, inputs, sources, jobs, viewOf: worlds.view, packAhead }),
    ...planningVerbs({ context, inputs, jobs }),
    ...drawingVerbs({ context, inputs, jobs }),
    ...caseVerbs(context),
    ...devices.questions,
    ...responseVerbs(),
    ...sightVerbs(context, jobs),
    ...sitingVerbs(context, jobs),
    ...systemVerbs(context, jobs),
    ...cheapestVerbs(context),
    ...warningVerbs(),
  }

  return {
    ...ofWorlds(questions, worlds, jobs),
    ...devices.controls,
    ...worldVerbs(worlds, past.timeline, () => context.city().catalog.city.code),

    openCatalog(catalogBytes, standardBytes, catalogUrl) {
      const read = standardBytes && parseStandard(standardBytes)
      if (read && !read.ok) return { ok: false, faults: read.faults }
      const standard = read?.standard ?? bundledStandard()
      const parsed = parseCatalog(catalogBytes, standard, METHODS, catalogUrl ?? null)
      if (!parsed.ok) return { ok: false, faults: parsed.faults }
      const { catalog } = parsed
      const feedsByIndicator = feedsByRow(catalog, standard)
      open = { catalog, standard, feedsByIndicator }
      defaults.open(parsed.written)
      sources.open(catalogBytes, standardBytes)
      worlds.clear()
      placing.open()
      living.open(catalog, catalogUrl ?? null, new Set(Object.values(feedsByIndicator).flat()))
      // A demonstration clock starts anew with each page: what an earlier page saw is no past of this one.
      past.open(catalogUrl ?? catalog.city.code, catalog.city.clock === undefined)
      return { ok: true, catalog, standard, feedsByIndicator, methods: methodFacts(METHODS) }
    },

    admit: admitReading({
      ...{ context, store, sources, living, placing, views, past, defaults },
      readingTime: (real) => clockTime(appClock, Math.min(real ?? surroundings.clock(), surroundings.clock())),
      keepAll: !packAhead,
    }),
    unreachable: sources.unreachable,
    cancel: jobs.cancel,
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
    openMapView: async (world, feed, url, reads) => views.open(await worlds.view(world), feed, url, reads),
    turnMapView: turn,
    nextMapDiff: views.next,
    closeMapView: views.close,
  }
}

/** Questions answered from the view of the world that each names first: of the present at once, of others once it is there. */
function ofWorlds(questions: Answers<Questions>, worlds: Worlds, jobs: Jobs): OfWorlds<Questions> {
  type Answer = (view: WorldView, ...args: readonly unknown[]) => unknown
  const asked = Object.entries(questions as unknown as Readonly<Record<string, Answer>>).map(([name, answer]) => [
    name,
    async (world: World, ...args: readonly unknown[]) => {
      if (world.kind === 'now') return answer(worlds.now, ...args)
      const job: unknown = typeof args[0] === 'object' && args[0] !== null && Reflect.get(args[0], 'job')
      if (typeof job === 'string') jobs.announce(job)
      const view = await worlds.view(world).catch((error: unknown) => {
        if (typeof job === 'string') jobs.retract(job)
        throw error
      })
      return answer(view, ...args)
    },
  ])
  return Object.fromEntries(asked) as OfWorlds<Questions>
}
