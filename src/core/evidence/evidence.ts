import { version } from '../../../package.json'
import type { IndicatorStatus, MetricResult, NextStar, ParameterOverride, SubjectOutcome } from '../model/evaluation'
import type { LocalText } from '../model/feature'
import type { MetricDefinition, ScopeDefinition } from '../model/metricDefinition'
import type { StandardRow } from '../model/standard'
import { shanghaiTime } from '../model/time'
import type { TimeAxis } from '../model/world'
import type { PlanFile } from '../planning/planFile'

export const EVIDENCE_FORMAT = 'one-map-evidence'
/** Newest version known; 2 is that of evidence about another world than the present, which an older program would misread. */
export const EVIDENCE_VERSION = 2

/** Where an evidence file was made. */
export type MadeBy = 'page' | 'command-line'

export interface EvidenceSubject extends Pick<SubjectOutcome, 'feed' | 'id' | 'state' | 'value'> {
  readonly reason?: string
}

/** One metric as the command line prints it and evidence records it: keys in one order, absent members left out. */
export function publishedMetric(result: MetricResult) {
  const { value, numerator, denominator, excluded, reasons, raw, parts, why, known, source, dataTime } = result
  return {
    value,
    numerator,
    denominator,
    excluded,
    reasons: Object.fromEntries(Object.entries(reasons).sort(([one], [other]) => (one < other ? -1 : 1))),
    ...(raw !== undefined && { raw }),
    ...(parts !== undefined && { parts }),
    ...(why !== undefined && { why }),
    known,
    ...(source !== undefined && { source }),
    dataTime: shanghaiTime(dataTime),
  }
}

type EvidenceMetric = ReturnType<typeof publishedMetric> & {
  /** With overrides applied; null where the value can only be reported. */
  readonly definition: MetricDefinition | null
  /** Effective parameters, defaults included. */
  readonly parameters: Readonly<Record<string, unknown>>
  /** In canonical order by id. A `combine` has none of its own: they stand under the metrics it combines. */
  readonly subjects: readonly EvidenceSubject[]
}

interface ReasonText {
  readonly code: string
  readonly reason: LocalText
}

/** One feed a row was computed from, and what the door said of it. Times are ISO 8601 in Asia/Shanghai. */
export interface EvidenceFeed {
  readonly id: string
  readonly title: LocalText
  /** As the catalog writes it. */
  readonly url: string
  readonly record: string
  readonly sensitivity: string
  /** Of the bytes as received; null when they could not be had. */
  readonly sha256: string | null
  readonly asOf: string | null
  /** By which its times were judged, where some do not count and it was read at another time than the row's `now`. */
  readonly now?: string | null
  readonly read: number
  readonly accepted: number
  readonly repaired: number
  readonly quarantined: readonly ({
    readonly index: number
    readonly id: string | null
    readonly field: string
  } & ReasonText)[]
  readonly notices: readonly ({ readonly count: number; readonly ids: readonly string[] } & ReasonText)[]
  /** The program wrote the bytes from what it knew of that moment: WGS84 with canonical names, not as the catalog says. */
  readonly reconstructed?: true
  /** Why the feed could not be read. */
  readonly error?: { readonly line: number | null; readonly byte: number | null } & ReasonText
}

/** Everything said of one row of a standard, before the files it was computed from are put in. */
export interface EvidenceBody {
  readonly format: typeof EVIDENCE_FORMAT
  readonly version: 1 | typeof EVIDENCE_VERSION
  readonly program: { readonly name: string; readonly version: string }
  readonly madeBy: MadeBy
  /** `location` is where the catalog was read, as page or command line knew it. */
  readonly catalog: { readonly location: string; readonly sha256: string }
  /** `location` and `sha256` are null for the standard that comes with the program. */
  readonly standard: {
    readonly source: LocalText
    readonly location: string | null
    readonly sha256: string | null
  }
  readonly indicator: StandardRow
  /** Null: no filter. */
  readonly scope: string | null
  readonly scopeDefinition: ScopeDefinition | null
  /** Overrides that concern this row, in the order given. */
  readonly set: readonly ParameterOverride[]
  /** By which times of data were told from those that lie ahead and do not count: ISO 8601 in Asia/Shanghai. */
  readonly now: string | null
  /** The moment the row is of, where it is not the present: ISO 8601 in Asia/Shanghai. */
  readonly past?: { readonly at: string | null; readonly axis: TimeAxis }
  /** The plan whose changes are made to the feeds below before the row is computed. */
  readonly plan?: PlanFile
  readonly star: number | null
  readonly status: IndicatorStatus
  readonly items?: Readonly<Record<string, boolean | null>>
  readonly next: NextStar | null
  readonly metrics: Readonly<Record<string, EvidenceMetric>>
  /** In the order of the catalog. */
  readonly feeds: readonly EvidenceFeed[]
}

/** A file the row was computed from: base64 of gzip of its bytes. Its SHA-256 stands with the catalog, standard or feed. */
export interface EmbeddedFile {
  readonly role: 'catalog' | 'standard' | 'feed'
  /** Of the feed. */
  readonly id?: string
  readonly encoding: 'gzip+base64'
  readonly data: string
}

/** The program that makes evidence and computes it again. */
export const PROGRAM = Object.freeze({ name: 'one-map', version })

/** Lower-case hex SHA-256 of a text in UTF-8. */
export type HashText = (text: string) => string

/**
 * The text of a self-contained evidence file: the body, the SHA-256 of all the rest as compact JSON in the same key order
 * (`digest`), and the files it was computed from.
 */
export function sealEvidence(body: EvidenceBody, embedded: readonly EmbeddedFile[], hash: HashText): string {
  const { format, version, ...said } = body
  const digest = evidenceDigest({ ...body, embedded }, hash)
  return `${JSON.stringify({ format, version, digest, ...said, embedded }, null, 1)}\n`
}

/** The digest of an evidence file read back: of its compact JSON, keys as they stand, without `digest` itself. */
export function evidenceDigest(evidence: Readonly<Record<string, unknown>>, hash: HashText): string {
  const { digest: _, ...said } = evidence
  return hash(JSON.stringify(said))
}
