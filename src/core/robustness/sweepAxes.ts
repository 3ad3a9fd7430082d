import { DEFAULT_TOLERANCE } from '../indicators/area'
import { DEFAULT_THRESHOLD } from '../indicators/covered'
import type { EvaluateInput } from '../model/evaluation'
import type { CityFeature } from '../model/feature'
import type { AreaMetric, CoveredMetric, IndicatorDefinition, MetricDefinition } from '../model/metricDefinition'
import type { NumberAxis, SweepAxis } from './robustness'
import { scalesWithFactor } from './settingInputs'

/** Values every row is tried at, besides the catalog's own. */
export const SWEPT_VALUES = {
  threshold: [0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9],
  /** Factor on the footprint radius, and on the metres of `near`. */
  factor: [0.8, 0.9, 1, 1.1, 1.2],
  tolerance: [0, 1e-9, 1e-6, 1e-4, 1e-2],
} as const

type Found = Pick<NumberAxis, 'kind' | 'base'> & { readonly metric: string }

/**
 * The axes of a row: every parameter of the metrics given that the standard leaves open and that can matter (a threshold
 * does nothing to points, a radius nothing to polygons), and the scope where the catalog has any. The radius, which changes
 * the geometry, comes first and so varies slowest; what costs least varies fastest.
 */
export function sweepAxes(
  definition: IndicatorDefinition,
  metrics: readonly string[],
  input: Pick<EvaluateInput, 'feeds' | 'scopes' | 'scope'>,
): readonly SweepAxis[] {
  const found = metrics.flatMap((metric) => {
    const measured = definition.metrics[metric]
    return measured ? openParameters(measured, input).map((parameter) => ({ ...parameter, metric })) : []
  })
  const numbers = (kind: NumberAxis['kind']) => numberAxes(found.filter((each) => each.kind === kind))
  return [
    ...numbers('radius'),
    ...numbers('metres'),
    ...scopeAxis(input),
    ...numbers('threshold'),
    ...numbers('tolerance'),
  ]
}

function openParameters(
  definition: MetricDefinition,
  input: Pick<EvaluateInput, 'feeds'>,
): readonly Pick<NumberAxis, 'kind' | 'base'>[] {
  const featuresOf = (id: string): readonly CityFeature[] => {
    const feed = input.feeds.get(id)
    return feed && 'features' in feed ? feed.features : []
  }
  const radius = ({ by }: CoveredMetric | AreaMetric) =>
    featuresOf(by).some(scalesWithFactor) ? [{ kind: 'radius', base: 1 } as const] : []
  switch (definition.method) {
    case 'covered': {
      const base = definition.threshold ?? DEFAULT_THRESHOLD
      const extended = featuresOf(definition.subjects).some(hasExtent)
      return [...radius(definition), ...(extended ? [{ kind: 'threshold', base } as const] : [])]
    }
    case 'near':
      return [{ kind: 'metres', base: 1 }]
    case 'area':
      return [...radius(definition), { kind: 'tolerance', base: definition.tolerance ?? DEFAULT_TOLERANCE }]
    default:
      return []
  }
}

/** A point is covered or not: no threshold changes that. */
function hasExtent({ geometry }: CityFeature): boolean {
  return geometry !== null && geometry.type !== 'Point' && geometry.type !== 'MultiPoint'
}

/** One axis for each base value. */
function numberAxes(found: readonly Found[]): readonly NumberAxis[] {
  return [...new Set(found.map(({ base }) => base))].map((base) => {
    const same = found.filter((each) => each.base === base)
    const kind = same[0]!.kind
    const declared = kind === 'radius' || kind === 'metres' ? SWEPT_VALUES.factor : SWEPT_VALUES[kind]
    const values = [...new Set([...declared, base])].sort((a, b) => a - b)
    return { kind, metrics: same.map(({ metric }) => metric), base, values }
  })
}

function scopeAxis({ scopes, scope }: Pick<EvaluateInput, 'scopes' | 'scope'>): readonly SweepAxis[] {
  const values = [...new Set([...scopes.map(({ id }) => id), scope, null])]
  return values.length > 1
    ? [{ kind: 'scope', base: scope, values: [...values.filter((id) => id !== null), null] }]
    : []
}
