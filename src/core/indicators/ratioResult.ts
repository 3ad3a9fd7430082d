import type { MetricResult } from '../model/evaluation'
import { roundMeasure, roundRatio } from './rounding'
import type { SubjectTally } from './subjectTally'

/**
 * A measured ratio with its exclusions, the numerator rounded as an area or length unless told otherwise; denominator 0 gives unknown, never 0 and never 1. The data time is filled in by
 * `evaluateMetric`.
 */
export function ratioResult(
  numerator: number,
  denominator: number,
  tally: SubjectTally,
  round: (numerator: number) => number = roundMeasure,
): MetricResult {
  const shown = {
    numerator: round(numerator),
    denominator: roundMeasure(denominator),
    ...tally.exclusions(),
    dataTime: null,
  }
  return denominator > 0
    ? { value: roundRatio(numerator / denominator), ...shown, known: 'measured' }
    : { value: null, ...shown, why: 'denominator-0', known: 'unknown' }
}
