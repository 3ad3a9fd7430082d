import { loadCatalog } from '#catalog/loadCatalog.ts'
import { feedInRole } from '#catalog/roles.ts'
import type { Catalog } from '#catalog/schema.ts'
import { NOW } from '#core/model/world.ts'
import { GAP_PLACES } from '#engine/planning/answerGaps.ts'
import { readCity } from '../readCity'
import { checkCovers } from './checkCovers'
import { checkNames } from './checkNames'
import { type EvidenceFile, evidenceFiles } from './evidenceFiles'
import { gapLists, type UnknownGaps } from './gapLists'
import { neededFeeds } from './neededFeeds'
import type { Arguments } from './parseArguments'
import type { ReadSource } from './readFeeds'
import { resultOf } from './resultOf'

export type Computation =
  | {
      readonly ok: true
      readonly result: ReturnType<typeof resultOf>
      /** What is worth a line on standard error. */
      readonly warnings: readonly string[]
      /** Text of the gaps file, when one is wanted. */
      readonly gaps: string | null
      /** Text of the list of gaps, when one is wanted. */
      readonly gapList: string | null
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
  const indicators = names.indicators.filter(({ id }) => only?.includes(id) ?? true)
  const city = await readCity({
    ...{ loaded, catalogUrl, read, written, language, now: wanted.now, nowOf: now?.feeds },
    plan: planBytes,
    needed: neededFeeds(catalog.feeds, indicators, standard, catalog.scopes, wanted),
    beside: [
      ...(wanted.gaps === undefined && !wanted.gapList ? [] : besideGaps(catalog)),
      ...(wanted.gapList ? placeFeeds(catalog) : []),
    ],
    partial: wanted.partial,
    lenient,
    asOf: now?.row,
  })
  if (!city.ok) return { ok: false, faults: city.faults }
  const { engine, world, plan, readings, warnings } = city

  const request = { scope, only, overrides }
  const evaluation = await engine.evaluate(world, request)
  const bare = checkCovers(names.indicators, evaluation.indicators, language)
  if (bare.length > 0 && !lenient) return { ok: false, faults: bare }
  const list =
    wanted.gapList &&
    (await gapLists({
      ...{ wanted, engine, world, indicators, evaluation },
      ...{ form: wanted.gapList.form, rank: wanted.gapList.rank, datum: wanted.datum ?? 'wgs84' },
    }))
  const before = plan ? await engine.evaluate(NOW, request) : null
  return {
    ok: true,
    result: resultOf(wanted, evaluation, readings, plan && before ? { plan, before } : null),
    warnings: [...warnings, ...(list?.unknown ?? []).map((each) => unknownLine(each, language))],
    gaps: wanted.gaps === undefined ? null : await engine.gaps(world, { ...request, datum: wanted.datum }),
    gapList: list?.text ?? null,
    evidence:
      wanted.evidence === undefined
        ? null
        : await evidenceFiles({ arguments_: wanted, loaded, engine, world, evaluation, readings }),
  }
}

const unknownLine = ({ row, metric, why }: UnknownGaps, language: Arguments['language']): string =>
  language === 'zh'
    ? `--gap-list: ${row}.${metric} 没有算出 (${why}),它的缺口未知,不在清单里`
    : `--gap-list: ${row}.${metric} is not known (${why}): neither are its gaps, which are not listed`

/** Feeds of places that are counted in a gap. */
const placeFeeds = ({ feeds }: Catalog): readonly string[] =>
  feeds.flatMap(({ id, record }) => (GAP_PLACES.includes(record) ? [id] : []))

/** Feeds that no row needs and that say who lives in a gap, and in which town it is. One that cannot be read leaves that unknown. */
function besideGaps(catalog: Catalog): readonly string[] {
  return [catalog.roles.people?.feed, feedInRole(catalog, 'towns')?.id].flatMap((id) => id ?? [])
}
