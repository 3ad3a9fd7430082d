import type { MultiPolygon, Polygon } from 'geojson'
import { cornersOf, MANY_CORNERS } from '../geo/polygonSubject'
import type { EvaluateInput } from '../model/evaluation'
import type { CityFeature } from '../model/feature'
import { measureMetricAhead } from './evaluateMetric'
import { evaluationContext } from './evaluationContext'
import type { EvaluationMemory } from './evaluationMemory'
import { subjectOf } from './knownShapes'
import { METHODS } from './methods/methods'
import type { Methods } from './methods/metricMethod'
import { feedsOfMetric, usesScope } from './metricFacts'
import type { Detail } from './metricOutcome'
import { overriddenIndicators } from './overrides'

const found = new WeakMap<readonly CityFeature[], readonly (Polygon | MultiPolygon)[]>()
const ready = new WeakSet<Polygon | MultiPolygon>()

/**
 * Makes ready what an evaluation of the same input will ask for and what takes long: polygons of very many corners, one at
 * each step. An evaluation afterwards has the same results, bit for bit, and is quick.
 */
export function* readyAhead(
  input: Pick<EvaluateInput, 'standard' | 'indicators' | 'overrides' | 'only' | 'feeds' | 'scopes' | 'scope'>,
  methods: Methods = METHODS,
): Generator<void> {
  const scopeFeed = input.scopes.find(({ id }) => id === input.scope)?.feed
  const definitions = overriddenIndicators(input, methods)
  const wanted = new Set<string>()
  for (const { id } of input.standard.rows) {
    if (input.only && !input.only.includes(id)) continue
    for (const metric of Object.values(definitions.get(id)?.metrics ?? {})) {
      for (const feed of feedsOfMetric(metric, methods)) wanted.add(feed)
      if (scopeFeed !== undefined && usesScope(metric, methods)) wanted.add(scopeFeed)
    }
  }
  for (const id of wanted) {
    const feed = input.feeds.get(id)
    if (!feed || 'error' in feed) continue
    for (const polygon of heavyPolygons(feed.features)) {
      if (ready.has(polygon)) continue
      subjectOf(polygon)
      ready.add(polygon)
      yield
    }
  }
}

/** Looked for once in the same list. */
function heavyPolygons(features: readonly CityFeature[]): readonly (Polygon | MultiPolygon)[] {
  const known = found.get(features)
  if (known) return known
  const heavy = features.flatMap(({ geometry }) =>
    (geometry?.type === 'Polygon' || geometry?.type === 'MultiPolygon') && cornersOf(geometry) > MANY_CORNERS
      ? [geometry]
      : [],
  )
  found.set(features, heavy)
  return heavy
}

/**
 * Has the memory measure what an evaluation of the same input would, a few subjects at each step. Questions about other
 * worlds may come between; the evaluation afterwards has the same results, bit for bit.
 */
export function* measureAhead(
  input: EvaluateInput,
  memory: EvaluationMemory,
  detail: Detail,
  methods: Methods = METHODS,
): Generator<void> {
  const context = { ...evaluationContext(input, memory, methods), detail }
  const definitions = overriddenIndicators(input, methods)
  for (const { id } of input.standard.rows) {
    if (input.only && !input.only.includes(id)) continue
    for (const [metric, definition] of Object.entries(definitions.get(id)?.metrics ?? {})) {
      yield* measureMetricAhead(definition, methods, { ...context, indicator: id, metric })
    }
  }
}
