import type { MetricResult } from '../model/evaluation'
import type { SubjectTally } from './subjectTally'

/** Rounds a ratio or a mean to 1e-9, as numbers are published and as star rules compare them. */
export function roundRatio(value: number): number {
  if (Number.isInteger(value)) return value
  // From here on value · 1e9 has more digits than a number holds, and dividing again would leave a trace.
  if (Math.abs(value) > 1e6) return Number(value.toFixed(9))
  return Math.round(value * 1e9) / 1e9
}

/** Rounds an area (m²) or a length (m) to 1e-3. */
export function roundMeasure(value: number): number {
  return Number.isInteger(value) ? value : Math.round(value * 1e3) / 1e3
}

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
