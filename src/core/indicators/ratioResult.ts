import type { MetricResult } from '../model/evaluation'
import { roundMeasure, roundRatio } from './rounding'
import type { SubjectTally } from './subjectTally'

/**
 * A measured ratio with its exclusions; denominator 0 gives unknown, never 0 and never 1. The data time is filled in by
 * `evaluateMetric`.
 */
export function ratioResult(numerator: number, denominator: number, tally: SubjectTally): MetricResult {
  const shown = {
    numerator: roundMeasure(numerator),
    denominator: roundMeasure(denominator),
    ...tally.exclusions(),
    dataTime: null,
  }
  return denominator > 0
    ? { value: roundRatio(numerator / denominator), ...shown, known: 'measured' }
    : { value: null, ...shown, why: 'denominator-0', known: 'unknown' }
}
