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

/**
 * The uncovered part of a subject, drawn when its geometry is first read; area in m², length in m.
 * @param draw of what was measured, whatever has changed since.
 */
export function gapFeature(
  context: MetricContext,
  feature: CityFeature,
  draw: () => GapGeometry,
  area: number,
  length?: number,
): GapFeature {
  let drawing: (() => GapGeometry) | null = draw
  let drawn: GapGeometry
  return {
    type: 'Feature',
    get geometry() {
      if (drawing) drawn = drawing()
      drawing = null
      return drawn
    },
    properties: {
      subject: feature.id,
      indicator: context.indicator,
      metric: context.metric,
      area_m2: roundMeasure(area),
      ...(length === undefined ? {} : { length_m: roundMeasure(length) }),
    },
  }
}

/** Draws gaps, one at each step. */
export function* drawGaps(gaps: readonly GapFeature[]): Generator<void> {
  for (const gap of gaps) {
    void gap.geometry
    yield
  }
}

export type ReadableFeed = Extract<EvaluableFeed, { features: readonly CityFeature[] }>

/** A metric with everything behind it, subjects and gaps in canonical order by id. */
export interface MetricOutcome {
  readonly result: MetricResult
  readonly subjects: readonly SubjectOutcome[]
  /** Each is drawn when its geometry is first read, which takes long where corners are many. */
  readonly gaps: readonly GapFeature[]
  /** Draws the edge of the union of the footprints that cover the subjects, where the metric is one of coverage. */
  readonly footprints?: () => MultiPolygon | null
}

/** What is wanted of a metric beside its numbers; what is not may be left empty. With gaps come subjects. */
export type Detail = 'none' | 'subjects' | 'gaps'

/** What subjects are measured with. */
export interface MeasuringContext {
  /** Throws `CannotMeasure` for a feed that is missing or cannot be read. */
  readonly feed: (id: string) => ReadableFeed
  /** Null: no filter. Throws `CannotMeasure` when the wanted scope cannot be had. */
  readonly scope: () => ScopeArea | null
  /** Bounds of the city, degrees, where they are known. */
  readonly bounds: EvaluateInput['bounds']
  /** What earlier evaluations found, to be used again where nothing it depends on has changed; null: nothing. */
  readonly memory: EvaluationMemory | null
  readonly detail: Detail
}

/** What a method may use besides its definition. */
export interface MetricContext extends MeasuringContext {
  readonly indicator: string
  readonly metric: string
  /** All feeds of record `reported`. */
  readonly reportedFeeds: readonly EvaluableFeed[]
  readonly scopeId: string | null
  /** The feed the scope is taken from. */
  readonly scopeFeed: () => ReadableFeed | null
  /** Another metric of the row, for `combine`. */
  readonly other: (metric: string) => MetricResult
  /** Weights the standard gives the metrics of the row. */
  readonly standardWeights: Readonly<Record<string, number>> | undefined
}
