import { secretPaths } from '#catalog/addresses.ts'
import type { LoadedCatalog } from '#catalog/loadCatalog.ts'
import { readPlan } from '#catalog/readPlan.ts'
import { NOW, type World } from '#core/model/world.ts'
import type { PlanFile } from '#core/planning/planFile.ts'
import { createCityEngine } from '#engine/createCityEngine.ts'
import type { CityEngine } from '#engine/engineApi.ts'
import { loadProtocols } from '#feeds/protocols/registry.ts'
import type { Language } from './indicators/parseArguments'
import { type FeedReading, type ReadSource, readFeeds } from './indicators/readFeeds'

/** What a command wants of a city. */
interface Wanted {
  readonly loaded: Extract<LoadedCatalog, { ok: true }>
  readonly catalogUrl: string
  readonly read: ReadSource
  readonly language: Language
  /** Bytes of the plan that `--plan` names. */
  readonly plan: Uint8Array | undefined
  /** Ids of the feeds it rests on. */
  readonly needed: Iterable<string>
  /** Ids of feeds that are read too where they can be: nothing rests on them. */
  readonly beside?: Iterable<string>
  /** A feed that cannot be read is passed over. */
  readonly partial: boolean
  /** As on the page: nor do the feeds of a plan have to be there. */
  readonly lenient?: boolean
  /** Feeds whose bytes the program wrote itself. */
  readonly written?: ReadonlySet<string>
  /** The moment it is run as of where the catalog has no clock, epoch milliseconds; else the system's. */
  readonly now: number | undefined
  /** The moment whatever the catalog says, and that of single feeds that were read at another. */
  readonly asOf?: number | undefined
  readonly nowOf?: ReadonlyMap<string, number> | undefined
}

export type CityRead =
  | {
      readonly ok: true
      readonly engine: CityEngine
      /** The city with the plan, where there is one. */
      readonly world: World
      readonly plan: PlanFile | null
      readonly readings: readonly FeedReading[]
      /** What is worth a line on standard error. */
      readonly warnings: readonly string[]
    }
  | { readonly ok: false; readonly faults: readonly string[] }

/** Reads the feeds that are needed into an engine, and lays the plan over them; or every fault of the step that could not be passed. */
export async function readCity(wanted: Wanted): Promise<CityRead> {
  const { loaded, catalogUrl, read, language, partial, lenient = false, written = new Set(), nowOf } = wanted
  const { catalog } = loaded
  const plan = wanted.plan && readPlan(wanted.plan, catalog.city.code)
  if (plan && !plan.ok) return { ok: false, faults: plan.faults.map((fault) => `--plan ${fault[language]}`) }

  const engine = createCityEngine({ publish: () => '', withdraw: () => {} })
  const opened = engine.openCatalog(loaded.bytes, loaded.standardBytes, catalogUrl)
  if (!opened.ok) return { ok: false, faults: opened.faults.map((fault) => fault[language]) }
  await loadProtocols(catalog.feeds.map(({ source }) => source.type))
  const needed = new Set(wanted.needed)
  if (plan && !lenient) for (const { feed } of plan.plan.changes) needed.add(feed)
  const ids = catalog.feeds.flatMap(({ id }) => (needed.has(id) ? [id] : []))
  const start = catalog.city.clock?.start
  const now = wanted.asOf ?? (start === undefined ? (wanted.now ?? Date.now()) : Date.parse(start))
  const readings = await readFeeds(engine, { catalog, catalogUrl, ids, read, written, now, nowOf })
  const unreadable = readings.flatMap((reading) => failureLine(reading, language))
  if (unreadable.length > 0 && !partial && !lenient) return { ok: false, faults: unreadable }

  const beside = [...(wanted.beside ?? [])].filter((id) => !needed.has(id))
  const besideUnread = (
    await readFeeds(engine, { catalog, catalogUrl, ids: beside, read, written, now, nowOf })
  ).flatMap((reading) => failureLine(reading, language))

  const came = new Set(readings.flatMap((reading) => ('report' in reading ? [reading.feed.id] : [])))
  const unread = new Set(catalog.feeds.flatMap(({ id }) => (came.has(id) ? [] : [id])))
  const made = plan ? changesMade(plan.plan, partial || lenient ? unread : new Set()) : []
  const world: World = plan
    ? { kind: 'plan', base: NOW, title: plan.plan.title, edits: made.map(({ edit }) => edit) }
    : NOW
  const misfits = world.kind === 'plan' ? await engine.planFaults(world) : []
  if (misfits.length > 0) {
    return {
      ok: false,
      faults: misfits.map(({ number: among, feed, id, field, reason }) => {
        const number = made[among - 1]?.number ?? among
        const which = `${feed}${id === null ? '' : ` ${id}`}${field === null ? '' : ` ${field}`}`
        return language === 'zh'
          ? `--plan 第 ${number} 项改动 (${which}): ${reason.zh}`
          : `--plan change ${number} (${which}): ${reason.en}`
      }),
    }
  }
  return {
    ok: true,
    engine,
    world,
    plan: plan?.plan ?? null,
    readings,
    warnings: [
      ...secretPaths(catalog).map((path) => secretLine(path, language)),
      ...unreadable,
      ...besideUnread,
      ...readings.flatMap((reading) => doorLines(reading, language)),
    ],
  }
}

/** Changes of a plan with their numbers in its file, but for those of feeds that are passed over. */
function changesMade({ changes }: PlanFile, passedOver: ReadonlySet<string>) {
  return changes.map((edit, at) => ({ edit, number: at + 1 })).filter(({ edit: { feed } }) => !passedOver.has(feed))
}

function failureLine(reading: FeedReading, language: Language): string[] {
  return 'failure' in reading ? [`${reading.feed.id}: ${reading.failure.reason[language]}`] : []
}

const secretLine = (path: string, language: Language): string =>
  language === 'zh'
    ? `${path}: 地址带有口令或密钥,输出与凭证中写作 ***;请勿写进目录`
    : `${path}: the address carries a password or a key; output and evidence have *** in its place. Keep it out of the catalog`

/** Notices that say why a layer lies elsewhere as a whole have codes that begin so. */
const MISPLACED = 'layer-'

/** What the door kept out, and why a layer is not where it should be. */
function doorLines(reading: FeedReading, language: Language): string[] {
  if (!('report' in reading)) return []
  const { id, read, quarantined, notices } = reading.report
  const kept =
    language === 'zh'
      ? `${id}: ${read} 个要素中隔离了 ${quarantined.length} 个`
      : `${id}: ${quarantined.length} of ${read} features quarantined`
  return [
    ...(quarantined.length === 0 ? [] : [kept]),
    ...notices.flatMap(({ reason }) => (reason.code.startsWith(MISPLACED) ? [`${id}: ${reason[language]}`] : [])),
  ]
}
