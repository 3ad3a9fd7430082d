import { METHODS } from '../indicators/methods/methods'
import type { Methods } from '../indicators/methods/metricMethod'
import { type NumberParameter, parametersOf, type Sweep } from '../indicators/methods/parameters'
import { coveringFeeds, methodOf, numberOf, subjectFeed } from '../indicators/metricFacts'
import type { EvaluateInput } from '../model/evaluation'
import type { CityFeature } from '../model/feature'
import type { IndicatorDefinition, MetricDefinition } from '../model/metricDefinition'
import type { NumberAxis, SweepAxis } from './robustness'
import { scalesWithFactor } from './settingInputs'

/** What is swept of a number: a parameter that its method leaves open, or the radius of footprints. */
type Open = Pick<NumberAxis, 'kind' | 'name' | 'words' | 'as'> & { readonly sweep: Sweep }

/** Factor on the radius of all footprints that cover something. */
const RADIUS: Open = {
  kind: 'radius',
  name: 'radius',
  words: { zh: '覆盖半径', en: 'Footprint radius' },
  as: 'factor',
  sweep: { values: [0.8, 0.9, 1, 1.1, 1.2], factor: true, cost: 'search' },
}

/**
 * The axes of a row: every parameter of the metrics given that their methods leave open and that can matter (a threshold
 * does nothing to points, a radius nothing to polygons), and the scope where the catalog has any. The radius, which changes
 * the geometry, comes first and so varies slowest; what costs least varies fastest.
 */
export function sweepAxes(
  definition: IndicatorDefinition,
  metrics: readonly string[],
  input: Pick<EvaluateInput, 'feeds' | 'scopes' | 'scope'>,
  methods: Methods = METHODS,
): readonly SweepAxis[] {
  const open = openNumbers(methods)
  const axesOf = (cost: Sweep['cost']) =>
    open.filter(({ sweep }) => sweep.cost === cost).flatMap((number) => numberAxes(number, basesOf(number)))
  const basesOf = (number: Open) =>
    metrics.flatMap((metric) => {
      const measured = definition.metrics[metric]
      const base = measured ? baseOf(number, measured, input, methods) : null
      return base === null ? [] : [{ metric, base }]
    })
  return [...axesOf('search'), ...scopeAxis(input), ...axesOf('compare')]
}

/** The radius, then the swept parameters in the order of the methods; one that several methods have stands once. */
function openNumbers(methods: Methods): readonly Open[] {
  const swept = Object.values(methods).flatMap(({ parameters }) => parametersOf(parameters, 'number').flatMap(openOf))
  return [RADIUS, ...swept.filter((one, at) => swept.findIndex((each) => isSame(each, one)) === at)]
}

function openOf([name, { words, as, sweep }]: readonly [string, NumberParameter]): Open[] {
  if (!sweep) return []
  return [{ kind: 'parameter', name, words: sweep.words ?? words, as: sweep.factor ? 'factor' : as, sweep }]
}

const isSame = (one: Open, other: Open) => one.name === other.name && one.sweep === other.sweep

/** The base of what is swept in a metric: a factor of 1, or the parameter as it is; null where it cannot matter. */
function baseOf(
  { kind, name, sweep }: Open,
  measured: MetricDefinition,
  { feeds }: Pick<EvaluateInput, 'feeds'>,
  methods: Methods,
): number | null {
  const featuresOf = (id: string | null): readonly CityFeature[] => {
    const feed = id === null ? undefined : feeds.get(id)
    return feed && 'features' in feed ? feed.features : []
  }
  if (kind === 'radius') {
    return coveringFeeds(measured, methods).some(([, by]) => featuresOf(by).some(scalesWithFactor)) ? 1 : null
  }
  const { parameters } = methodOf(measured, methods)
  const parameter = Object.hasOwn(parameters, name) ? parameters[name] : undefined
  if (parameter?.kind !== 'number' || parameter.sweep !== sweep) return null
  if (sweep.needsExtent && !featuresOf(subjectFeed(measured, methods)).some(hasExtent)) return null
  if (sweep.factor) return 1
  return numberOf(measured, name, methods)
}

/** A point is covered or not: no threshold changes that. */
function hasExtent({ geometry }: CityFeature): boolean {
  return geometry !== null && geometry.type !== 'Point' && geometry.type !== 'MultiPoint'
}

/** One axis for each base value. */
function numberAxes(
  { sweep, ...axis }: Open,
  bases: readonly { readonly metric: string; readonly base: number }[],
): readonly NumberAxis[] {
  return [...new Set(bases.map(({ base }) => base))].map((base) => ({
    ...axis,
    metrics: bases.filter((each) => each.base === base).map(({ metric }) => metric),
    base,
    values: [...new Set([...sweep.values, base])].sort((a, b) => a - b),
  }))
}

function scopeAxis({ scopes, scope }: Pick<EvaluateInput, 'scopes' | 'scope'>): readonly SweepAxis[] {
  const values = [...new Set([...scopes.map(({ id }) => id), scope, null])]
  return values.length > 1
    ? [{ kind: 'scope', base: scope, values: [...values.filter((id) => id !== null), null] }]
    : []
}
