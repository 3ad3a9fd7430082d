import type { MetricDefinition } from '../model/metricDefinition'
import { area } from './area'
import { combine } from './combine'
import { count } from './count'
import { covered } from './covered'
import { length } from './length'
import { mean } from './mean'
import type { MetricContext, MetricOutcome } from './metricOutcome'
import { near } from './near'
import { ratio } from './ratio'
import { reported } from './reported'
import { share } from './share'

/** The registry of methods: a new method is one file, one line here, and its type in `metricDefinition`. */
const METHODS: {
  readonly [Method in MetricDefinition['method']]: (
    definition: Extract<MetricDefinition, { method: Method }>,
    context: MetricContext,
  ) => MetricOutcome
} = { covered, near, share, area, length, count, mean, ratio, reported, combine }

/** Runs the method a definition names. */
export function runMethod<Method extends MetricDefinition['method']>(
  definition: Extract<MetricDefinition, { method: Method }>,
  context: MetricContext,
): MetricOutcome {
  const method: Method = definition.method
  return METHODS[method](definition, context)
}
