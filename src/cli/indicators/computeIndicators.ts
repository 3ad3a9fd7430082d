import { secretPaths } from '#catalog/addresses.ts'
import { loadCatalog } from '#catalog/loadCatalog.ts'
import { readPlan } from '#catalog/readPlan.ts'
import { feedInRole } from '#catalog/roles.ts'
import type { Catalog } from '#catalog/schema.ts'
import { NOW, type World } from '#core/model/world.ts'
import type { PlanFile } from '#core/planning/planFile.ts'
import { createCityEngine } from '#engine/createCityEngine.ts'
import { loadProtocols } from '#feeds/protocols/registry.ts'
import { checkCovers } from './checkCovers'
import { checkNames } from './checkNames'
import { type EvidenceFile, evidenceFiles } from './evidenceFiles'
import { neededFeeds } from './neededFeeds'
import type { Arguments, Language } from './parseArguments'
import { type FeedReading, type ReadSource, readFeeds } from './readFeeds'
import { resultOf } from './resultOf'

export type Computation =
  | {
      readonly ok: true
      readonly result: ReturnType<typeof resultOf>
      /** What is worth a line on standard error. */
      readonly warnings: readonly string[]
      /** Text of the gaps file, when one is wanted. */
      readonly gaps: string | null
      /** Evidence files, when they are wanted. */
      readonly evidence: readonly EvidenceFile[] | null
    }
  | { readonly ok: false; readonly faults: readonly string[] }

interface Given {
  /** Bytes of the plan that `--plan` names. */
  readonly plan?: Uint8Array | undefined
  /** `page`: what can only be a fault of the data makes its row unknown, as it does there. */
  readonly like?: 'command-line' | 'page'
  /** Feeds whose bytes the program wrote itself. */
  readonly written?: ReadonlySet<string>
  /** The moment to compute as of, and of feeds that were read at another, epoch milliseconds; else as the contract has it. */
  readonly now?: { readonly row: number; readonly feeds: ReadonlyMap<string, number> } | undefined
}

/** From arguments to the result, touching nothing but `read`; or every fault of the step that could not be passed. */
export async function computeIndicators(
  wanted: Arguments,
  catalogUrl: string,
  read: ReadSource,
  { plan: planBytes, like = 'command-line', written = new Set(), now }: Given = {},
): Promise<Computation> {
  const { language, scope, only, overrides } = wanted
  const lenient = like === 'page'
  const loaded = await loadCatalog(catalogUrl, read)
  if (!loaded.ok) return { ok: false, faults: loaded.faults.map((fault) => fault[language]) }
  const { catalog, standard } = loaded
  const names = checkNames(wanted, loaded)
  if (!names.ok) return { ok: false, faults: names.faults }
  const plan = planBytes && readPlan(planBytes, catalog.city.code)
  if (plan && !plan.ok) return { ok: false, faults: plan.faults.map((fault) => `--plan ${fault[language]}`) }
  const indicators = names.indicators.filter(({ id }) => only?.includes(id) ?? true)

  const engine = createCityEngine({ publish: () => '', withdraw: () => {} })
  const opened = engine.openCatalog(loaded.bytes, loaded.standardBytes, catalogUrl)
  if (!opened.ok) return { ok: false, faults: opened.faults.map((fault) => fault[language]) }
  await loadProtocols(catalog.feeds.map(({ source }) => source.type))
  const needed = new Set(neededFeeds(catalog.feeds, indicators, standard, catalog.scopes, wanted))
  if (plan && !lenient) for (const { feed } of plan.plan.changes) needed.add(feed)
  const ids = catalog.feeds.flatMap(({ id }) => (needed.has(id) ? [id] : []))
  const start = catalog.city.clock?.start
  const asOf = now?.row ?? (start === undefined ? (wanted.now ?? Date.now()) : Date.parse(start))
  const readings = await readFeeds(engine, { catalog, catalogUrl, ids, read, written, now: asOf, nowOf: now?.feeds })
  const unreadable = readings.flatMap((reading) => failureLine(reading, wanted))
  if (unreadable.length > 0 && !wanted.partial && !lenient) return { ok: false, faults: unreadable }

  const beside = wanted.gaps === undefined ? [] : besideGaps(catalog).filter((id) => !needed.has(id))
  const about = { catalog, catalogUrl, ids: beside, read, written, now: asOf, nowOf: now?.feeds }
  const peopleUnread = (await readFeeds(engine, about)).flatMap((reading) => failureLine(reading, wanted))

  const came = new Set(readings.flatMap((reading) => ('report' in reading ? [reading.feed.id] : [])))
  const unread = new Set(catalog.feeds.flatMap(({ id }) => (came.has(id) ? [] : [id])))
  const made = plan ? changesMade(plan.plan, wanted.partial || lenient ? unread : new Set()) : []
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

  const request = { scope, only, overrides }
  const evaluation = await engine.evaluate(world, request)
  const bare = checkCovers(names.indicators, evaluation.indicators, language)
  if (bare.length > 0 && !lenient) return { ok: false, faults: bare }
  const before = plan ? await engine.evaluate(NOW, request) : null
  return {
    ok: true,
    result: resultOf(wanted, evaluation, readings, plan && before ? { plan: plan.plan, before } : null),
    warnings: [
      ...secretPaths(catalog).map((path) => secretLine(path, language)),
      ...unreadable,
      ...peopleUnread,
      ...readings.flatMap((reading) => doorLines(reading, language)),
    ],
    gaps: wanted.gaps === undefined ? null : await engine.gaps(world, request),
    evidence:
      wanted.evidence === undefined
        ? null
        : await evidenceFiles({ arguments_: wanted, loaded, engine, world, evaluation, readings }),
  }
}

/** Feeds that no row needs and that say who lives in a gap, and in which town it is. One that cannot be read leaves that unknown. */
function besideGaps(catalog: Catalog): readonly string[] {
  return [catalog.roles.people?.feed, feedInRole(catalog, 'towns')?.id].flatMap((id) => id ?? [])
}

/** Changes of a plan with their numbers in its file, but for those of feeds that are passed over. */
function changesMade({ changes }: PlanFile, passedOver: ReadonlySet<string>) {
  return changes.map((edit, at) => ({ edit, number: at + 1 })).filter(({ edit: { feed } }) => !passedOver.has(feed))
}

function failureLine(reading: FeedReading, { language }: Arguments): string[] {
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
