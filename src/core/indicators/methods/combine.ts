import type { MetricResult } from '../../model/evaluation'
import { CannotMeasure } from '../cannotMeasure'
import { oldestTime } from '../metricOutcome'
import { roundRatio } from '../ratioResult'
import { defineMethod } from './metricMethod'

/**
 * The least, the mean, or the weighted mean (Σ weight · value / Σ weight) of other metrics of the row. Weights left out
 * are those of the standard. It has no numerator or denominator of its own.
 * @throws CannotMeasure `unknown-metric:<id>` when one of them is unknown or no number, `no-weights:<id>`.
 */
export const combine = defineMethod({
  name: 'combine',
  words: { zh: '合成', en: 'combined' },
  parameters: {
    how: {
      kind: 'choice',
      words: { zh: '合成方式', en: 'Combined by' },
      choices: {
        min: { zh: '取最小', en: 'the least' },
        mean: { zh: '取平均', en: 'the mean' },
        weighted: { zh: '加权平均', en: 'the weighted mean' },
      },
    },
    of: { kind: 'metrics', words: { zh: '由…合成', en: 'Combined of' } },
    weights: { kind: 'weights', of: 'of', when: ['how', 'weighted'], optional: true },
  },
  scoped: false,
  measure: 'plain',
  subjectValue: 'plain',
  featureAdds: null,
  reasons: {},
  unknowns: {
    'unknown-metric': { words: { zh: '分项“{name}”未知', en: 'part “{name}” is unknown' }, names: 'part' },
    'no-weights': { words: { zh: '分项“{name}”没有权重', en: 'part “{name}” has no weight' }, names: 'part' },
  },
  evaluate(definition, context) {
    const parts = definition.of.map((id) => {
      const result = context.other(id)
      if (typeof result.value !== 'number') throw new CannotMeasure(`unknown-metric:${id}`)
      return { id, result, value: result.value }
    })
    const values = parts.map((part) => part.value)
    const weightOf = (id: string) => {
      if (definition.how !== 'weighted') return 1
      const weight = (definition.weights ?? context.standardWeights)?.[id]
      if (weight === undefined) throw new CannotMeasure(`no-weights:${id}`)
      return weight
    }
    const weights = parts.map((part) => weightOf(part.id))
    const total = weights.reduce((sum, weight) => sum + weight, 0)
    if (definition.how !== 'min' && !(total > 0)) throw new CannotMeasure('denominator-0')
    const weighted = values.reduce((sum, value, index) => sum + value * weights[index]!, 0)
    const result: MetricResult = {
      value: roundRatio(definition.how === 'min' ? Math.min(...values) : weighted / total),
      numerator: null,
      denominator: null,
      excluded: 0,
      reasons: {},
      dataTime: oldestTime(parts.map((part) => part.result.dataTime)),
      known: parts.every((part) => part.result.known === 'reported') ? 'reported' : 'measured',
    }
    return { result, subjects: [], gaps: [] }
  },
})
