import { METHODS } from '../indicators/methods/methods'
import type { Methods } from '../indicators/methods/metricMethod'
import { coveringFeeds, numberOf } from '../indicators/metricFacts'
import type { EvaluableFeed, EvaluateInput, ParameterOverride } from '../model/evaluation'
import type { CityFeature } from '../model/feature'
import type { IndicatorDefinition } from '../model/metricDefinition'
import type { NumberAxis, SweepAxis, SweepSetting } from './robustness'

/** Whether a factor on the radius changes what a feature covers: points with a footprint; a polygon is its own. */
export function scalesWithFactor({ geometry, footprint }: CityFeature): boolean {
  return footprint !== undefined && (geometry?.type === 'Point' || geometry?.type === 'MultiPoint')
}

/**
 * The feeds with the footprint radius of those named multiplied, as new feature objects made once for each factor, so that
 * what is remembered about a feature holds for the whole sweep. Factor 1 gives the feeds themselves.
 */
function scaledFeeds(
  feeds: ReadonlyMap<string, EvaluableFeed>,
  named: ReadonlySet<string>,
): (factor: number) => ReadonlyMap<string, EvaluableFeed> {
  const made = new Map<number, ReadonlyMap<string, EvaluableFeed>>([[1, feeds]])
  return (factor) => {
    const known = made.get(factor)
    if (known) return known
    const scaled = new Map([...feeds].map(([id, feed]) => [id, named.has(id) ? scaledFeed(feed, factor) : feed]))
    made.set(factor, scaled)
    return scaled
  }
}

/** A feed with the footprint radius of its points multiplied, as new feature objects. */
export function scaledFeed(feed: EvaluableFeed, factor: number): EvaluableFeed {
  if ('error' in feed) return feed
  const features = feed.features.map((feature) => {
    const { footprint } = feature
    if (!footprint || !scalesWithFactor(feature)) return feature
    return { ...feature, footprint: { ...footprint, radius: footprint.radius * factor } }
  })
  return { ...feed, features }
}

/** Most combinations that are all evaluated; beyond, one axis leaves its base at a time. */
const MOST_SETTINGS = 5000

export interface SweepPlan {
  readonly design: 'full' | 'one-at-a-time'
  readonly settings: readonly SweepSetting[]
}

/** Place of the base among the values of an axis. */
export function basePlace(axis: SweepAxis): number {
  return axis.kind === 'scope' ? axis.values.indexOf(axis.base) : axis.values.indexOf(axis.base)
}

/** The settings of a sweep, each once. The first is the base; the first axis varies slowest, the last fastest. */
export function sweepSettings(axes: readonly SweepAxis[], most = MOST_SETTINGS): SweepPlan {
  const count = axes.reduce((product, { values }) => product * values.length, 1)
  const base = axes.map(basePlace)
  if (count > most) {
    const single = axes.flatMap((axis, at) => others(axis).map((place) => base.with(at, place)))
    return { design: 'one-at-a-time', settings: [base, ...single] }
  }
  let settings: SweepSetting[] = [[]]
  for (const axis of axes) {
    const places = [basePlace(axis), ...others(axis)]
    settings = settings.flatMap((setting) => places.map((place) => [...setting, place]))
  }
  return { design: 'full', settings }
}

function others(axis: SweepAxis): number[] {
  return [...axis.values.keys()].filter((place) => place !== basePlace(axis))
}

/**
 * Makes the input of each setting of a row. Axes at their base change nothing, so that the base setting is the evaluation
 * as it stands. `definition` has the input's own overrides applied; those of a setting come after them.
 */
export function settingInputs(
  input: EvaluateInput,
  definition: IndicatorDefinition,
  axes: readonly SweepAxis[],
  methods: Methods = METHODS,
): (setting: SweepSetting) => EvaluateInput {
  const feedsAt = scaledFeeds(input.feeds, new Set(axes.flatMap((axis) => scaledBy(axis, definition, methods))))
  return (setting) => {
    const overrides: ParameterOverride[] = [...(input.overrides ?? [])]
    let { feeds, scope } = input
    for (const [at, axis] of axes.entries()) {
      if (axis.kind === 'scope') {
        scope = axis.values[setting[at]!] ?? null
        continue
      }
      const value = axis.values[setting[at]!]!
      if (value === axis.base) continue
      if (axis.kind === 'radius') feeds = feedsAt(value)
      else for (const metric of axis.metrics) overrides.push(overrideOf(axis, metric, value, definition, methods))
    }
    return { ...input, feeds, scope, only: [definition.id], overrides }
  }
}

function overrideOf(
  { name, as }: NumberAxis,
  metric: string,
  value: number,
  definition: IndicatorDefinition,
  methods: Methods,
): ParameterOverride {
  const measured = definition.metrics[metric]
  const now = as === 'factor' && measured ? numberOf(measured, name, methods) : null
  return { indicator: definition.id, metric, parameter: name, value: now === null ? value : now * value }
}

/** Feeds whose footprints an axis scales. */
function scaledBy(axis: SweepAxis, definition: IndicatorDefinition, methods: Methods): readonly string[] {
  if (axis.kind !== 'radius') return []
  return axis.metrics.flatMap((metric) => {
    const measured = definition.metrics[metric]
    return measured ? coveringFeeds(measured, methods).map(([, feed]) => feed) : []
  })
}
