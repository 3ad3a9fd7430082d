import { buildEvidence, type EvidenceSource, explainRow } from '#core/evidence/buildEvidence.ts'
import { evidenceDigest } from '#core/evidence/evidence.ts'
import { hashText } from '#core/evidence/sha256.ts'
import type { EvaluateInput, Evaluation } from '#core/model/evaluation.ts'
import { shanghaiTime } from '#core/model/time.ts'
import { gzip } from '#feeds/packed/gzip.ts'
import { type PackedFiles, packEvidence } from '#feeds/packed/packEvidence.ts'
import type { Arguments } from './parseArguments'
import type { FeedReading } from './readFeeds'
import type { SourceBytes } from './recordSources'

/** Name of the file that lists the others. */
export const MANIFEST = 'manifest.json'

export interface EvidenceFile {
  readonly name: string
  readonly text: string
}

interface Computed {
  readonly arguments_: Arguments
  readonly input: EvaluateInput
  readonly evaluation: Evaluation
  readonly readings: readonly FeedReading[]
  readonly sources: SourceBytes
}

/**
 * What is needed to compute the numbers again elsewhere: one self-contained file for each row, and a manifest that names
 * the files with their hashes.
 */
export async function evidenceFiles(computed: Computed): Promise<EvidenceFile[]> {
  const { arguments_, input, evaluation, readings, sources } = computed
  const { catalog, standard } = sources
  const packed: PackedFiles = {
    catalog: gzip(catalog.bytes),
    standard: standard && gzip(standard.bytes),
    feeds: new Map([...sources.feeds].map(([id, bytes]) => [id, gzip(bytes)])),
  }
  const shared: Omit<EvidenceSource, 'result' | 'explanations'> = {
    madeBy: 'command-line',
    catalog: { location: arguments_.catalog, sha256: catalog.sha256 },
    standardFile: standard && { location: standard.location, sha256: standard.sha256 },
    input,
    set: arguments_.overrides,
    feeds: readings.map((reading) => ({
      feed: reading.feed,
      reading: 'admission' in reading ? { report: reading.admission.report } : reading,
    })),
  }
  const rows: EvidenceFile[] = []
  for (const result of evaluation.indicators) {
    const body = buildEvidence({ ...shared, result, explanations: explainRow(input, result) })
    rows.push({ name: `${encodeURIComponent(result.id)}.json`, text: await packEvidence(body, packed) })
  }
  const said = {
    catalog: arguments_.catalog,
    hashes: { catalog: catalog.sha256, ...(standard && { standard: standard.sha256 }) },
    scope: arguments_.scope,
    only: arguments_.only ?? null,
    set: arguments_.overrides,
    standard: input.standard.source,
    dataTime: shanghaiTime(evaluation.dataTime),
    feeds: readings.map(feedSummary),
    rows: rows.map(({ name, text }, at) => ({ id: evaluation.indicators[at]?.id, file: name, sha256: hashText(text) })),
  }
  const manifest = { digest: evidenceDigest(said, hashText), ...said }
  return [...rows, { name: MANIFEST, text: `${JSON.stringify(manifest, null, 1)}\n` }]
}

const feedSummary = (reading: FeedReading) => ({
  id: reading.feed.id,
  url: reading.feed.source.url,
  sha256: 'admission' in reading ? reading.admission.report.sha256 : reading.sha256,
  asOf: 'admission' in reading ? shanghaiTime(reading.admission.report.asOf) : null,
})
