import type { Feature, LineString, MultiLineString, MultiPoint, MultiPolygon, Point, Polygon } from 'geojson'
import type { EvaluableFeed, EvaluateInput, MetricResult, SubjectOutcome } from '../model/evaluation'
import type { CityFeature } from '../model/feature'
import type { EvaluationMemory } from './evaluationMemory'
import type { ScopeArea } from './scopeArea'

export type ReadableFeed = Extract<EvaluableFeed, { features: readonly CityFeature[] }>

/** The uncovered part of one subject. `area_m2` is the exact area; `length_m` stands beside it for lines. */
export type GapFeature = Feature<
  Polygon | MultiPolygon | LineString | MultiLineString | Point | MultiPoint,
  {
    readonly subject: string
    readonly indicator: string
    readonly metric: string
    readonly area_m2: number
    readonly length_m?: number
  }
>

/** A metric with everything behind it, subjects and gaps in canonical order by id. */
export interface MetricOutcome {
  readonly result: MetricResult
  readonly subjects: readonly SubjectOutcome[]
  readonly gaps: readonly GapFeature[]
  /** Draws the edge of the union of the footprints that cover the subjects, where the metric is one of coverage. */
  readonly footprints?: () => MultiPolygon | null
}

/** What a method may use besides its definition. */
export interface MetricContext {
  readonly indicator: string
  readonly metric: string
  /** Throws `CannotMeasure` for a feed that is missing or cannot be read. */
  readonly feed: (id: string) => ReadableFeed
  /** All feeds of record `reported`. */
  readonly reportedFeeds: readonly EvaluableFeed[]
  /** Null: no filter. Throws `CannotMeasure` when the wanted scope cannot be had. */
  readonly scope: () => ScopeArea | null
  readonly scopeId: string | null
  /** The feed the scope is taken from. */
  readonly scopeFeed: () => ReadableFeed | null
  /** Another metric of the row, for `combine`. */
  readonly other: (metric: string) => MetricResult
  /** Weights the standard gives the metrics of the row. */
  readonly standardWeights: Readonly<Record<string, number>> | undefined
  /** Bounds of the city, degrees, where they are known. */
  readonly bounds: EvaluateInput['bounds']
  /** What earlier evaluations found, to be used again where nothing it depends on has changed; null: nothing. */
  readonly memory: EvaluationMemory | null
  /** False: numbers only, subjects and gaps may be left empty. */
  readonly detail: boolean
}
