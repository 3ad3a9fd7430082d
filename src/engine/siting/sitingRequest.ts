import type { ParameterOverride } from '#core/model/evaluation.ts'
import type { Footprint } from '#core/model/feature.ts'
import type { Reason } from '#core/model/feedReport.ts'

/** A metric of a row, in a scope, and what its subjects weigh. */
export interface ServedRequest {
  readonly scope: string | null
  readonly indicator: string
  /** Null: the only one of the row that sites can be suggested for. */
  readonly metric: string | null
  readonly overrides?: readonly ParameterOverride[] | undefined
  /** Property that says what a subject weighs; null: each 1. */
  readonly weight: string | null
}

export interface SitingRequest extends ServedRequest {
  /** A feed, or the middles of squares of so many metres. */
  readonly candidates: { readonly feed: string } | { readonly grid: number }
  /** Of every new site; else that of the candidates' feed, else that of the feed it goes to. */
  readonly footprint?: Footprint | undefined
  /** Of every new site; else the candidate's own. */
  readonly properties?: Readonly<Record<string, unknown>> | undefined
}

/** How a metric stands. */
export interface Served {
  readonly value: number | boolean | null
  readonly numerator: number | null
  readonly denominator: number | null
  readonly star: number | null
  /** Of the subjects that count. */
  readonly weight: number
}

/** A search that can begin. */
export interface SitingStart {
  readonly indicator: string
  readonly metric: string
  readonly before: Served
  /** Subjects that are measured. */
  readonly demand: number
  readonly candidates: number
  /** What is searched: a `SitingTask` as JSON, so that it can pass a thread unread. */
  readonly task: Blob
  /** Candidates at whose place one stands already, and those that the new site's feed or the metric refuses, by why. */
  readonly standing: number
  readonly refused: readonly { readonly reason: Reason; readonly count: number }[]
  /** Subjects whose weight is missing or negative and counts 0. */
  readonly weightless: number
}

type OrFaults<Answer> = ({ readonly ok: true } & Answer) | { readonly ok: false; readonly faults: readonly Reason[] }
export type SitingAnswer = OrFaults<SitingStart>
export type ServedAnswer = OrFaults<Served>

export interface SinglePointsRequest extends Omit<ServedRequest, 'indicator' | 'metric'> {
  /** The feed whose sites are switched off. */
  readonly feed: string
  /** Id to cancel it by; without one it runs to its end. */
  readonly job?: string | undefined
}

/** A site without which something no longer counts. */
export interface SinglePoint {
  readonly id: string
  readonly mapId: number
  /** Rows whose star is another without it; null: none. */
  readonly rows: readonly {
    readonly indicator: string
    readonly before: number | null
    readonly after: number | null
  }[]
  readonly starsLost: number
  /** Subjects that no longer count, each once, and what they weigh. */
  readonly places: readonly { readonly feed: string; readonly id: string }[]
  readonly weight: number
}

export interface SinglePoints {
  /** The metrics that count by the feed. */
  readonly metrics: readonly { readonly indicator: string; readonly metric: string }[]
  /** Those that cannot be measured: of them nothing is known. */
  readonly unmeasured: readonly { readonly indicator: string; readonly metric: string; readonly reason: Reason }[]
  /** By stars lost, then weight, then places, then id; sites without which nothing changes are not listed. */
  readonly points: readonly SinglePoint[]
}
