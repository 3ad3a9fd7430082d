import type { Catalog } from '#catalog/schema.ts'
import { buildEvidence, explainRow } from '#core/evidence/buildEvidence.ts'
import type { MadeBy } from '#core/evidence/evidence.ts'
import type { EvidenceFeedSource, UnreadFeed } from '#core/evidence/feedEvidence.ts'
import { hashBytes } from '#core/evidence/sha256.ts'
import { evaluate } from '#core/indicators/evaluate.ts'
import type { EvaluationMemory } from '#core/indicators/evaluationMemory.ts'
import { withoutSecrets } from '#core/model/withoutSecrets.ts'
import type { World } from '#core/model/world.ts'
import { gzip } from '#feeds/packed/gzip.ts'
import { packEvidence } from '#feeds/packed/packEvidence.ts'
import { type EvidenceInput, withEdits } from './evidenceInput'
import type { KeptSources } from './keepSources'

interface Wanted extends EvidenceInput {
  readonly catalog: Catalog
  readonly catalogUrl: string
  readonly madeBy: MadeBy
  /** The app's time, epoch milliseconds. */
  readonly now: number
  /** `input` is of one row: `only` names it. */
  readonly world: World
  readonly kept: Pick<KeptSources, 'catalog' | 'standard'>
  /** Of earlier evaluations of the very same features. */
  readonly memory: EvaluationMemory | null
}

/**
 * One row computed and written down with all it takes to compute it again, as the text of a JSON file.
 * @throws Error when the standard does not have the row.
 */
export async function exportEvidence(wanted: Wanted): Promise<string> {
  const { catalog, catalogUrl, madeBy, now, world, input: base, sources, kept, reconstructed, memory } = wanted
  const input = world.kind === 'plan' ? withEdits(base, world.edits, catalog) : base
  const [result] = evaluate(input, memory).indicators
  if (!result) throw new Error('the standard does not have this row')
  const catalogBytes = kept.catalog()
  const standardBytes = catalog.standard === undefined ? null : kept.standard()
  const body = buildEvidence({
    madeBy,
    now,
    catalog: { location: withoutSecrets(catalogUrl), sha256: hashBytes(catalogBytes) },
    standardFile:
      standardBytes && catalog.standard !== undefined
        ? { location: withoutSecrets(catalog.standard), sha256: hashBytes(standardBytes) }
        : null,
    input,
    world,
    city: catalog.city.code,
    set: input.overrides ?? [],
    result,
    explanations: explainRow(input, result, memory),
    feeds: catalog.feeds.flatMap((feed): EvidenceFeedSource[] => {
      const read = base.feeds.get(feed.id)
      if (!read) return []
      if ('report' in read) {
        return [{ feed, reading: { report: read.report }, reconstructed: reconstructed.has(feed.id) }]
      }
      return [{ feed, reading: sources.unread(feed.id) ?? NOT_READ }]
    }),
  })
  // Taken before the first wait: a feed that comes in meanwhile belongs to the next evidence.
  const feeds = new Map(
    body.feeds.flatMap(({ id }) => {
      const packed = sources.packed(id)
      return packed ? [[id, packed] as const] : []
    }),
  )
  return packEvidence(body, { catalog: gzip(catalogBytes), standard: standardBytes && gzip(standardBytes), feeds })
}

const NOT_READ: UnreadFeed = {
  failure: { reason: { code: 'not-read', zh: '没有读到', en: 'was not read' } },
  sha256: null,
}
