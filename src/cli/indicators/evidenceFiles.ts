import type { LoadedCatalog } from '#catalog/loadCatalog.ts'
import { publicCatalog } from '#catalog/publicCatalog.ts'
import { evidenceDigest } from '#core/evidence/evidence.ts'
import { hashBytes, hashText } from '#core/evidence/sha256.ts'
import type { Evaluation } from '#core/model/evaluation.ts'
import { shanghaiTime } from '#core/model/time.ts'
import { withoutSecrets } from '#core/model/withoutSecrets.ts'
import type { World } from '#core/model/world.ts'
import type { CityEngine } from '#engine/engineApi.ts'
import type { Arguments } from './parseArguments'
import type { FeedReading } from './readFeeds'

/** Name of the file that lists the others. */
export const MANIFEST = 'manifest.json'

export interface EvidenceFile {
  readonly name: string
  readonly text: string
}

interface Computed {
  readonly arguments_: Arguments
  readonly loaded: Extract<LoadedCatalog, { ok: true }>
  readonly engine: CityEngine
  readonly world: World
  readonly evaluation: Evaluation
  readonly readings: readonly FeedReading[]
}

/**
 * What is needed to compute the numbers again elsewhere: one self-contained file for each row, and a manifest that names
 * the files with their hashes.
 */
export async function evidenceFiles(computed: Computed): Promise<EvidenceFile[]> {
  const { arguments_, loaded, engine, world, evaluation, readings } = computed
  const { scope, only, overrides, catalog: catalogUrl } = arguments_
  const rows: EvidenceFile[] = []
  for (const { id } of evaluation.indicators) {
    const file = await engine.evidence(world, { scope, indicator: id, overrides, catalogUrl, madeBy: 'command-line' })
    rows.push({ name: `${encodeURIComponent(id)}.json`, text: await file.text() })
  }
  const said = {
    catalog: withoutSecrets(catalogUrl),
    hashes: {
      catalog: hashBytes(publicCatalog(loaded.bytes)),
      ...(loaded.standardBytes && { standard: hashBytes(loaded.standardBytes) }),
    },
    scope,
    only: only ?? null,
    set: overrides,
    standard: loaded.standard.source,
    dataTime: shanghaiTime(evaluation.dataTime),
    feeds: readings.map(feedSummary),
    rows: rows.map(({ name, text }, at) => ({ id: evaluation.indicators[at]?.id, file: name, sha256: hashText(text) })),
  }
  const manifest = { digest: evidenceDigest(said, hashText), ...said }
  return [...rows, { name: MANIFEST, text: `${JSON.stringify(manifest, null, 1)}\n` }]
}

const feedSummary = (reading: FeedReading) => ({
  id: reading.feed.id,
  url: withoutSecrets(reading.feed.source.url),
  sha256: 'report' in reading ? reading.report.sha256 : reading.sha256,
  asOf: 'report' in reading ? shanghaiTime(reading.report.asOf) : null,
})
