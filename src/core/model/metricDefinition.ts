import type { Expression } from './compileExpression'

interface Filtered {
  /** Filters subjects, region or `of`. */
  readonly where?: Expression | undefined
  /** Filters `by`. */
  readonly byWhere?: Expression | undefined
  /** Features for which this is not true are excluded as unknown. */
  readonly known?: Expression | undefined
}

export interface CoveredMetric extends Filtered {
  readonly method: 'covered'
  readonly subjects: string
  readonly by: string
  /** Share of a subject's area or length that must be covered. Default 0.5. */
  readonly threshold?: number | undefined
}
export interface NearMetric extends Filtered {
  readonly method: 'near'
  readonly subjects: string
  readonly by: string
  readonly metres: number
}
export interface ShareMetric extends Filtered {
  readonly method: 'share'
  readonly of: string
  readonly match: Expression
  /** Feed of polygons: a feature counts once if inside any. */
  readonly within?: string | undefined
}
export interface AreaMetric extends Filtered {
  readonly method: 'area'
  readonly region: string
  readonly by: string
  /** A ratio of at least 1 − tolerance is reported as 1, with `raw` beside it. Default 1e-6. */
  readonly tolerance?: number | undefined
}
export interface LengthPart {
  readonly id: string
  readonly where: Expression
  readonly weight: number
}
export interface LengthMetric extends Filtered {
  readonly method: 'length'
  readonly of: string
  readonly match: Expression
  readonly parts?: readonly LengthPart[] | undefined
}
export interface CountMetric extends Filtered {
  readonly method: 'count'
  readonly of: string
  readonly match?: Expression | undefined
}
export interface MeanMetric extends Filtered {
  readonly method: 'mean'
  readonly of: string
  readonly value: Expression
  readonly groupBy?: Expression | undefined
}
export interface RatioMetric extends Filtered {
  readonly method: 'ratio'
  readonly of: string
  /** Number ≥ 0 each feature brings to the numerator, at most its `whole`. */
  readonly part: Expression
  /** Number ≥ 0 each feature brings to the denominator. */
  readonly whole: Expression
}
export interface ReportedMetric {
  readonly method: 'reported'
  readonly feed: string
}
export interface CombineMetric {
  readonly method: 'combine'
  readonly how: 'min' | 'mean' | 'weighted'
  readonly of: readonly string[]
  readonly weights?: Readonly<Record<string, number>> | undefined
}

/** How a city measures one metric of a row of the standard. */
export type MetricDefinition =
  | CoveredMetric
  | NearMetric
  | ShareMetric
  | AreaMetric
  | LengthMetric
  | CountMetric
  | MeanMetric
  | RatioMetric
  | ReportedMetric
  | CombineMetric

export interface IndicatorDefinition {
  /** Id of a row of the standard. */
  readonly id: string
  readonly metrics: Readonly<Record<string, MetricDefinition>>
}

/** A scope is the union of the features of `feed` that `where` selects. */
export interface ScopeDefinition {
  readonly id: string
  readonly feed: string
  readonly where?: Expression | undefined
}
