import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { feedsOfIndicator, needsReported } from '../../core/indicators/feedsOfIndicator'
import type { EvaluateInput, Evaluation, Explanation, IndicatorResult } from '../../core/model/evaluation'
import type { StandardRow } from '../../core/model/standard'
import type { Arguments, Language } from './parseArguments'
import type { FeedReading } from './readFeeds'
import { feedOf, metricOf } from './resultOf'
import { shanghaiTime } from './shanghaiTime'

export interface EvidenceFile {
  readonly name: string
  readonly text: string
}

export interface EvidenceSource {
  readonly arguments_: Arguments
  readonly input: EvaluateInput
  readonly evaluation: Evaluation
  readonly explanations: readonly Explanation[]
  readonly readings: readonly FeedReading[]
  /** SHA-256 of the catalog, and of the standard where the catalog names one, by role. */
  readonly hashes: Readonly<Record<string, string>>
}

/**
 * What is needed to compute the numbers again elsewhere: one file for each row with its formula, star rules,
 * definitions, effective parameters, feeds with hash and data time, and every subject with state, value and reason; and
 * a manifest that names the files with their hashes.
 */
export function evidenceFiles(source: EvidenceSource): EvidenceFile[] {
  const { arguments_, input, evaluation, readings, hashes } = source
  const rows = evaluation.indicators.map((result): EvidenceFile => {
    return { name: `${encodeURIComponent(result.id)}.json`, text: jsonText(rowEvidence(result, source)) }
  })
  const manifest = {
    catalog: arguments_.catalog,
    hashes,
    scope: arguments_.scope,
    only: arguments_.only ?? null,
    set: arguments_.overrides,
    standard: input.standard.source,
    dataTime: shanghaiTime(evaluation.dataTime),
    feeds: readings.map((reading) => feedSummary(reading)),
    rows: rows.map(({ name, text }, at) => ({
      id: evaluation.indicators[at]?.id,
      file: name,
      sha256: bytesToHex(sha256(utf8ToBytes(text))),
    })),
  }
  return [...rows, { name: 'manifest.json', text: jsonText(manifest) }]
}

function rowEvidence(result: IndicatorResult, source: EvidenceSource) {
  const { input, explanations, readings, arguments_ } = source
  const row = input.standard.rows.find(({ id }) => id === result.id)
  const definition = input.indicators.find(({ id }) => id === result.id)
  const used = feedsUsed(row, source)
  return {
    indicator: row && rowOf(row),
    scope: input.scope,
    scopeDefinition: input.scopes.find(({ id }) => id === input.scope) ?? null,
    star: result.star,
    status: result.status,
    ...(result.items && { items: result.items }),
    metrics: Object.fromEntries(
      Object.entries(result.metrics).map(([metric, value]) => [
        metric,
        {
          ...metricOf(value),
          definition: definition?.metrics[metric] ?? null,
          parameters: result.parameters[metric] ?? {},
          subjects: subjectsOf(explanations.find((each) => each.indicator === result.id && each.metric === metric)),
        },
      ]),
    ),
    feeds: readings
      .filter(({ feed }) => used.has(feed.id))
      .map((reading) => feedEvidence(reading, arguments_.language)),
  }
}

const rowOf = ({ id, order, name, kind, formula, stars, weights, implies, doubt }: StandardRow) => ({
  id,
  order,
  name,
  kind,
  formula,
  stars,
  weights,
  implies,
  doubt,
})

function feedsUsed(row: StandardRow | undefined, { input, readings }: EvidenceSource): ReadonlySet<string> {
  if (row === undefined) return new Set()
  const definition = input.indicators.find(({ id }) => id === row.id)
  const scopes = input.scopes.filter(({ id }) => id === input.scope)
  const reported = needsReported(row, definition) ? readings.filter(({ feed }) => feed.record === 'reported') : []
  return new Set([...(definition ? feedsOfIndicator(definition, scopes) : []), ...reported.map(({ feed }) => feed.id)])
}

const subjectsOf = (explanation: Explanation | undefined) =>
  explanation?.subjects.map(({ feed, id, state, value, reason }) => ({
    feed,
    id,
    state,
    value,
    ...(reason !== undefined && { reason }),
  })) ?? []

const feedEvidence = (reading: FeedReading, language: Language) => ({
  url: reading.feed.source.url,
  ...feedOf(reading, language),
})

const feedSummary = (reading: FeedReading) => ({
  id: reading.feed.id,
  url: reading.feed.source.url,
  sha256: 'admission' in reading ? reading.admission.report.sha256 : reading.sha256,
  asOf: 'admission' in reading ? shanghaiTime(reading.admission.report.asOf) : null,
})

const jsonText = (value: unknown): string => `${JSON.stringify(value, null, 1)}\n`
