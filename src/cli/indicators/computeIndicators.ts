import { loadCatalog } from '#catalog/loadCatalog.ts'
import { evaluate } from '#core/indicators/evaluate.ts'
import type { EvaluateInput } from '#core/model/evaluation.ts'
import { checkCovers } from './checkCovers'
import { checkNames } from './checkNames'
import { evaluableFeeds } from './evaluableFeeds'
import { type EvidenceFile, evidenceFiles } from './evidenceFiles'
import { explainAll } from './explainAll'
import { gapsText } from './gapsText'
import { neededFeeds } from './neededFeeds'
import type { Arguments } from './parseArguments'
import { type FeedReading, type ReadSource, readFeeds } from './readFeeds'
import { recordSources } from './recordSources'
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

/**
 * From arguments to the result, touching nothing but `readSource`; or every fault of the step that could not be passed.
 * `like` a page, what can only be a fault of the data makes its row unknown, as it does there.
 */
export async function computeIndicators(
  wanted: Arguments,
  catalogUrl: string,
  readSource: ReadSource,
  like: 'command-line' | 'page' = 'command-line',
): Promise<Computation> {
  const record = wanted.evidence === undefined ? null : recordSources(catalogUrl, readSource)
  const read = record?.read ?? readSource
  const loaded = await loadCatalog(catalogUrl, read)
  if (!loaded.ok) return { ok: false, faults: loaded.faults.map((fault) => fault[wanted.language]) }
  const { catalog, standard } = loaded
  const names = checkNames(wanted, loaded)
  if (!names.ok) return { ok: false, faults: names.faults }
  const indicators = names.indicators.filter(({ id }) => wanted.only?.includes(id) ?? true)

  const ids = neededFeeds(catalog.feeds, indicators, standard, catalog.scopes, wanted)
  const readings = await readFeeds(catalog, catalogUrl, ids, read)
  const unreadable = readings.flatMap((reading) => failureLine(reading, wanted))
  if (unreadable.length > 0 && !wanted.partial && like !== 'page') return { ok: false, faults: unreadable }
  const bare = checkCovers(names.indicators, new Set(indicators.map(({ id }) => id)), readings)
  if (bare.length > 0 && like !== 'page') return { ok: false, faults: bare }

  const input: EvaluateInput = {
    standard,
    indicators,
    scopes: catalog.scopes,
    feeds: evaluableFeeds(readings),
    scope: wanted.scope,
    bounds: catalog.city.bounds,
    only: wanted.only,
  }
  const evaluation = evaluate(input)
  return {
    ok: true,
    result: resultOf(wanted, evaluation, readings),
    warnings: [...unreadable, ...readings.flatMap(quarantineLine)],
    gaps: wanted.gaps === undefined ? null : gapsText(explainAll(input, evaluation)),
    evidence:
      record === null
        ? null
        : await evidenceFiles({
            arguments_: wanted,
            input,
            evaluation,
            readings,
            sources: record.sources(catalog.standard),
          }),
  }
}

function failureLine(reading: FeedReading, { language }: Arguments): string[] {
  return 'failure' in reading ? [`${reading.feed.id}: ${reading.failure.reason[language]}`] : []
}

function quarantineLine(reading: FeedReading): string[] {
  if (!('admission' in reading)) return []
  const { id, read, quarantined } = reading.admission.report
  return quarantined.length === 0 ? [] : [`${id}: ${quarantined.length} of ${read} features quarantined`]
}
