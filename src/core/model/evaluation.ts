import type {
  Feature,
  FeatureCollection,
  LineString,
  MultiLineString,
  MultiPoint,
  MultiPolygon,
  Point,
  Polygon,
} from 'geojson'
import type { CityFeature } from './feature'
import type { FeedReport } from './feedReport'
import type { IndicatorDefinition, ScopeDefinition } from './metricDefinition'
import type { Standard } from './standard'

/** Outcome of one feature behind a metric. `excluded` always carries its reason. */
export interface SubjectOutcome {
  /** Feed the feature belongs to. */
  readonly feed: string
  readonly id: string
  readonly mapId: number
  readonly state: 'covered' | 'uncovered' | 'excluded'
  /** Covered share, measured value, distance …, by method; null when there is none. */
  readonly value: number | null
  /** Reason code such as `ambiguous-ring`, `unknown:match`, `unknown:known`. */
  readonly reason?: string | undefined
}

/** One part of a weighted `length`. */
export interface MetricPart {
  readonly id: string
  readonly value: number | null
  readonly numerator: number
  readonly denominator: number
}

/** A number is never naked: its numerator, denominator and exclusions stand beside it. Null value: unknown. */
export interface MetricResult {
  readonly value: number | boolean | null
  readonly numerator: number | null
  readonly denominator: number | null
  readonly excluded: number
  readonly reasons: Readonly<Record<string, number>>
  /** The ratio before the tolerance of `area` raised it to 1. */
  readonly raw?: number | undefined
  readonly parts?: readonly MetricPart[] | undefined
  /** Why the value is unknown: `no-data`, `denominator-0`, `feed-unreadable:<id>`, … */
  readonly why?: string | undefined
  /** Oldest known time of the data used, epoch milliseconds. */
  readonly dataTime: number | null
  /** `measured` from feeds, or `reported` by a department. */
  readonly known: 'measured' | 'reported' | 'unknown'
  /** Source text of a reported value. */
  readonly source?: string | undefined
}

export type IndicatorStatus = 'ok' | 'below_lowest' | 'unknown' | 'deduction'

/** What one comparison still needs to hold; `missing` is in units of the numerator when it can be counted. */
export interface StarNeed {
  readonly metric: string
  readonly op: '>=' | '>' | '<=' | '==' | 'item'
  readonly wanted: number | boolean
  readonly have: number | boolean | null
  /** Whole features still missing from the numerator, or null when the row is not a count of features. */
  readonly missing: number | null
}

export interface NextStar {
  readonly star: number
  /** All of these must hold, except within an `any`, where the nearest alternative is listed. */
  readonly needs: readonly StarNeed[]
}

export interface IndicatorResult {
  readonly id: string
  /** Null but for status `ok`. */
  readonly star: number | null
  readonly status: IndicatorStatus
  readonly metrics: Readonly<Record<string, MetricResult>>
  /** Checklist items of a qualitative row; null when not reported. */
  readonly items?: Readonly<Record<string, boolean | null>> | undefined
  /** Effective parameters of each metric, defaults included. */
  readonly parameters: Readonly<Record<string, Readonly<Record<string, unknown>>>>
  readonly next: NextStar | null
}

export interface Evaluation {
  readonly scope: string | null
  /** Oldest known time of the data used, epoch milliseconds. */
  readonly dataTime: number | null
  readonly indicators: readonly IndicatorResult[]
}

/** A feed as the evaluator sees it: its features, or why it cannot be read. */
export type EvaluableFeed =
  | {
      readonly id: string
      readonly features: readonly CityFeature[]
      readonly report: FeedReport
      readonly record: string
      readonly hasFootprint: boolean
    }
  | { readonly id: string; readonly error: string; readonly record?: string | undefined }

/** `metric` null sets every metric of the row that has the parameter. */
export interface ParameterOverride {
  readonly indicator: string
  readonly metric: string | null
  readonly parameter: string
  readonly value: unknown
}

export interface EvaluateInput {
  readonly standard: Standard
  readonly indicators: readonly IndicatorDefinition[]
  readonly scopes: readonly ScopeDefinition[]
  readonly feeds: ReadonlyMap<string, EvaluableFeed>
  /** Null: no filter. */
  readonly scope: string | null
  /**
   * Bounds of the city, degrees [west, south, east, north]: footprints are measured in the plane round their middle. Without
   * them, in a plane round the footprints.
   */
  readonly bounds?: readonly [number, number, number, number] | undefined
  /** Rows wanted; all when absent. */
  readonly only?: readonly string[] | undefined
  readonly overrides?: readonly ParameterOverride[] | undefined
}

/** The uncovered part of a subject. */
export type GapGeometry = Polygon | MultiPolygon | LineString | MultiLineString | Point | MultiPoint

/** The uncovered part of one subject. `area_m2` is the exact area; `length_m` stands beside it for lines. */
export type GapFeature = Feature<
  GapGeometry,
  {
    readonly subject: string
    readonly indicator: string
    readonly metric: string
    readonly area_m2: number
    readonly length_m?: number
    /** From 1, where the gap of a region is parted into its pieces of ground. */
    readonly part?: number
  }
>

/** The features behind one metric, for the map and the table. */
export interface Explanation {
  readonly indicator: string
  readonly metric: string
  readonly result: MetricResult
  readonly subjects: readonly SubjectOutcome[]
  /** Uncovered parts. */
  readonly gaps: FeatureCollection<GapFeature['geometry'], GapFeature['properties']>
  /** The union of the discs and sectors that cover the subjects; null where there are none. */
  readonly footprints: MultiPolygon | null
}
