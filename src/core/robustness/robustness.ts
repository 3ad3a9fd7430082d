import type { Named, NumberParameter } from '../indicators/methods/parameters'

/** How a row is rated at one setting. `below`: measured, and under the lowest star. */
export type SweptRating =
  | { readonly kind: 'star'; readonly star: number }
  | { readonly kind: 'below' }
  | { readonly kind: 'unknown' }

/**
 * A parameter the standard leaves open, with the values it is tried at. Numbers stand in rising order, scopes in the
 * catalog's order with the whole city (null) last; `base` is one of the values. Metrics with the same base share an axis.
 */
export type SweepAxis = NumberAxis | ScopeAxis

export interface NumberAxis {
  /** `radius`: factor on the radius of the footprints of what covers. `parameter`: a number of the metrics' method. */
  readonly kind: 'radius' | 'parameter'
  /** Name of the parameter; `radius` for that. */
  readonly name: string
  readonly words: Named
  /** As values are read: a share, a number, a share in powers of ten, or a factor on the base. */
  readonly as: NumberParameter['as'] | 'factor'
  /** Metrics of the row it is set for. */
  readonly metrics: readonly string[]
  readonly base: number
  readonly values: readonly number[]
}

interface ScopeAxis {
  readonly kind: 'scope'
  readonly base: string | null
  readonly values: readonly (string | null)[]
}

/** One value of each axis, by the axis' place among the axes. */
export type SweepSetting = readonly number[]

/** The row at one value of an axis, every other axis at its base. */
export interface SweepCell<Value> {
  readonly value: Value
  readonly base: boolean
  readonly rating: SweptRating
}

/** The nearest value on one side of the base at which the star is another, and the star there. Unknown is no flip. */
export interface Flip {
  readonly value: number
  readonly rating: SweptRating
}

export type AxisAnswer =
  | {
      readonly kind: NumberAxis['kind']
      readonly axis: NumberAxis
      readonly cells: readonly SweepCell<number>[]
      /** First flip while the value rises from the base, and while it falls; null when the star stays. */
      readonly upward: Flip | null
      readonly downward: Flip | null
      readonly weight: AxisWeight
    }
  | {
      readonly kind: 'scope'
      readonly axis: ScopeAxis
      readonly cells: readonly SweepCell<string | null>[]
      readonly weight: AxisWeight
    }

/** How much one axis alone moves the star. */
export interface AxisWeight {
  /** Values other than the base at which the star is another. */
  readonly flips: number
  /** Those among them at which the star is lower. */
  readonly drops: number
  /** Values other than the base. */
  readonly others: number
  /** Values to go from the base to the nearest flip (a scope is one away); null when the star stays. */
  readonly steps: number | null
}

/** Settings by their star, one to five; those under the lowest star and the unknown ones stand apart. */
export interface StarDistribution {
  readonly stars: readonly [number, number, number, number, number]
  readonly below: number
  readonly unknown: number
}

/** Why a row cannot be swept. */
export type NothingToSweep =
  /** What the star rests on is reported by a unit. */
  | 'reported'
  /** The star is a checklist. */
  | 'checklist'
  /** A deduction has no star. */
  | 'deduction'
  /** Measured, and the standard leaves nothing of it open. */
  | 'no-axis'

/** How firmly the star of a row stands while the parameters that the standard leaves open are varied. */
export type Robustness =
  | { readonly kind: 'nothing-to-sweep'; readonly reason: NothingToSweep }
  /** The row is unknown as it is measured now: there is no star to hold. */
  | { readonly kind: 'unknown-now' }
  | {
      readonly kind: 'swept'
      readonly base: Exclude<SweptRating, { kind: 'unknown' }>
      /** `full`: every combination. `one-at-a-time`: too many combinations, so one axis leaves its base at a time. */
      readonly design: 'full' | 'one-at-a-time'
      readonly settings: number
      /** Settings rated at least as the base is; unknown ones do not hold. */
      readonly holding: number
      readonly distribution: StarDistribution
      readonly axes: readonly AxisAnswer[]
      /** Places among `axes` of the one that flips the star in the fewest steps, and at most of its values; null: none does. */
      readonly first: number | null
      readonly most: number | null
    }

/** Settings evaluated so far, of all. */
export interface SweepProgress {
  readonly done: number
  readonly of: number
}
