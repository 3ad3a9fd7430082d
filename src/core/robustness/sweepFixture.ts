import { feature, point, rectangle } from '#tests/city/evaluationInput.ts'
import { evaluate } from '../indicators/evaluate'
import type { EvaluateInput, IndicatorResult } from '../model/evaluation'
import type { StarRule } from '../model/standard'
import { ratingRank } from './ratings'
import type { AxisAnswer, Robustness, SweptRating } from './robustness'
import { type SweepRequest, sweepRow } from './sweepRow'

export const evaluateRow = (each: EvaluateInput): IndicatorResult => evaluate(each).indicators[0]!

/** Runs a sweep to its end. */
export function swept(request: SweepRequest): Robustness {
  const steps = sweepRow(request)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

export function sweep(given: EvaluateInput): Extract<Robustness, { kind: 'swept' }> {
  const result = swept({ input: given, row: given.standard.rows[0]!, evaluateRow })
  if (result.kind !== 'swept') throw new Error(result.kind)
  return result
}

export const atLeast = (value: number): StarRule => ({ op: '>=', value })
export const star = (rating: SweptRating) => ratingRank(rating)
export const stars = (answer: AxisAnswer | undefined) => answer?.cells.map(({ rating }) => star(rating))
export const nameOf = ({ axis }: AxisAnswer) => (axis.kind === 'scope' ? 'scope' : axis.name)
export const EARTH = 6_371_008.8
export const DEGREES = 180 / Math.PI

/**
 * A square round (117.5, 35) of half side 1.3211 · 500 m, whose area is 4 · 1.3211² · 500² m²; a disc of 500 f m in its
 * middle lies inside for every f up to 1.2 and covers π f² / (4 · 1.3211²) = 0.45 f² of it:
 * f 0.8: 0.288, 0.9: 0.3645, 1: 0.45, 1.1: 0.5445, 1.2: 0.648 (the sphere changes the fifth digit).
 */
const HALF = ((1.3211 * 500) / EARTH) * DEGREES
const half = { east: HALF / Math.cos(35 / DEGREES), north: HALF }
export const square = feature('a', rectangle(117.5 - half.east, 35 - half.north, 117.5 + half.east, 35 + half.north))
export const disc = (id: string, longitude: number, latitude: number, radius: number) =>
  feature(id, point(longitude, latitude), {}, { radius, azimuth: null, beamwidth: null })
export const covered = (threshold?: number) =>
  ({ method: 'covered', subjects: 'areas', by: 'sites', ...(threshold === undefined ? {} : { threshold }) }) as const
