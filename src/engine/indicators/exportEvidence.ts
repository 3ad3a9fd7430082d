import type { Catalog } from '#catalog/schema.ts'
import { buildEvidence, explainRow } from '#core/evidence/buildEvidence.ts'
import type { EvidenceFeedSource, UnreadFeed } from '#core/evidence/feedEvidence.ts'
import { hashBytes } from '#core/evidence/sha256.ts'
import { evaluate } from '#core/indicators/evaluate.ts'
import type { EvaluateInput } from '#core/model/evaluation.ts'
import { gzip } from '#feeds/packed/gzip.ts'
import { packEvidence } from '#feeds/packed/packEvidence.ts'
import type { KeptSources } from './keepSources'

interface Wanted {
  readonly catalog: Catalog
  readonly catalogUrl: string
  /** Of one row: `only` names it. */
  readonly input: EvaluateInput
  readonly sources: KeptSources
}

/**
 * One row computed now and written down with all it takes to compute it again, as a JSON file.
 * @throws Error when the standard does not have the row.
 */
export async function exportEvidence({ catalog, catalogUrl, input, sources }: Wanted): Promise<Blob> {
  const [result] = evaluate(input).indicators
  if (!result) throw new Error('the standard does not have this row')
  const catalogBytes = sources.catalog()
  const standardBytes = catalog.standard === undefined ? null : sources.standard()
  const body = buildEvidence({
    madeBy: 'page',
    catalog: { location: catalogUrl, sha256: hashBytes(catalogBytes) },
    standardFile:
      standardBytes && catalog.standard !== undefined
        ? { location: catalog.standard, sha256: hashBytes(standardBytes) }
        : null,
    input,
    set: input.overrides ?? [],
    result,
    explanations: explainRow(input, result),
    feeds: catalog.feeds.flatMap((feed): EvidenceFeedSource[] => {
      const evaluated = input.feeds.get(feed.id)
      if (!evaluated) return []
      if ('report' in evaluated) return [{ feed, reading: { report: evaluated.report } }]
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
  const text = await packEvidence(body, {
    catalog: gzip(catalogBytes),
    standard: standardBytes && gzip(standardBytes),
    feeds,
  })
  return new Blob([text], { type: 'application/json' })
}

const NOT_READ: UnreadFeed = {
  failure: { reason: { code: 'not-read', zh: '没有读到', en: 'was not read' } },
  sha256: null,
}
