import type { MultiPolygon } from 'geojson'
import type {
  EvaluableFeed,
  EvaluateInput,
  GapFeature,
  GapGeometry,
  MetricResult,
  SubjectOutcome,
} from '../model/evaluation'
import type { CityFeature } from '../model/feature'
import type { EvaluationMemory } from './evaluationMemory'
import { roundMeasure } from './ratioResult'
import type { ScopeArea } from './scopeArea'

/** The oldest of the known times, epoch milliseconds; null when none is known. */
export function oldestTime(times: readonly (number | null)[]): number | null {
  let oldest: number | null = null
  for (const time of times) if (time !== null && (oldest === null || time < oldest)) oldest = time
  return oldest
}

/** The uncovered part of a subject; area in m², length in m. */
export function gapFeature(
  context: MetricContext,
  feature: CityFeature,
  geometry: GapGeometry,
  area: number,
  length?: number,
): GapFeature {
  return {
    type: 'Feature',
    geometry,
    properties: {
      subject: feature.id,
      indicator: context.indicator,
      metric: context.metric,
      area_m2: roundMeasure(area),
      ...(length === undefined ? {} : { length_m: roundMeasure(length) }),
    },
  }
}

export type ReadableFeed = Extract<EvaluableFeed, { features: readonly CityFeature[] }>

/** A metric with everything behind it, subjects and gaps in canonical order by id. */
export interface MetricOutcome {
  readonly result: MetricResult
  readonly subjects: readonly SubjectOutcome[]
  readonly gaps: readonly GapFeature[]
  /** Draws the edge of the union of the footprints that cover the subjects, where the metric is one of coverage. */
  readonly footprints?: () => MultiPolygon | null
}

/** What is wanted of a metric beside its numbers; what is not may be left empty. With gaps come subjects. */
export type Detail = 'none' | 'subjects' | 'gaps'

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
  readonly detail: Detail
}
