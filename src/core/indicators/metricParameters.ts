import type { MetricDefinition } from '../model/metricDefinition'
import { DEFAULT_TOLERANCE } from './area'
import { DEFAULT_THRESHOLD } from './covered'

/** Effective numbers and choices of a metric, defaults included; feeds and predicates are not among them. */
export function metricParameters(
  definition: MetricDefinition,
  standardWeights: Readonly<Record<string, number>> | undefined,
): Readonly<Record<string, unknown>> {
  switch (definition.method) {
    case 'covered':
      return { threshold: definition.threshold ?? DEFAULT_THRESHOLD }
    case 'near':
      return { metres: definition.metres }
    case 'area':
      return { tolerance: definition.tolerance ?? DEFAULT_TOLERANCE }
    case 'length':
      return definition.parts ? { parts: definition.parts.map(({ id, weight }) => ({ id, weight })) } : {}
    case 'combine': {
      const { how, of } = definition
      const weights = definition.weights ?? standardWeights
      return how === 'weighted' && weights ? { how, of, weights } : { how, of }
    }
    case 'share':
    case 'count':
    case 'mean':
    case 'ratio':
    case 'reported':
      return {}
  }
}
