import type { LocalText } from './feature'

/** One star's rule: a comparison of a metric, a conjunction, a disjunction, or a list of items that must be true. */
export type StarRule =
  | { readonly op: '>=' | '>' | '<=' | '=='; readonly metric?: string | undefined; readonly value: number | boolean }
  | { readonly op: 'all' | 'any'; readonly of: readonly StarRule[] }
  | { readonly op: 'checklist'; readonly require: readonly string[] }

export interface StandardMetric {
  readonly id: string
  readonly name: LocalText
  /** `ratio`, `count`, `bool`, `rank_share`, `CNY`, `Mbit/s`, … */
  readonly unit: string
  readonly numerator?: LocalText | undefined
  readonly denominator?: LocalText | undefined
}

/** One row of the standard. A rule without `metric` compares the metric `value`. */
export interface StandardRow {
  readonly order: number
  readonly id: string
  readonly name: LocalText
  readonly category: LocalText
  /** ★ leading row. */
  readonly leading: boolean
  readonly kind: 'ratio' | 'count' | 'amount' | 'rank' | 'qualitative' | 'deduction'
  readonly spatial: boolean
  readonly formula: LocalText
  readonly metrics: readonly StandardMetric[]
  readonly weights?: Readonly<Record<string, number>> | undefined
  /** Items of a qualitative row: key to wording. */
  readonly checklist?: Readonly<Record<string, LocalText>> | undefined
  /** An item on the left, when true, makes the items on the right true. */
  readonly implies?: Readonly<Record<string, readonly string[]>> | undefined
  /** Rules for one star to five; null where the standard sets no threshold. */
  readonly stars: readonly (StarRule | null)[]
  /** Responsible units. */
  readonly units: readonly string[]
  /** What is doubtful in the source, shown with the row. */
  readonly doubt?: LocalText | null | undefined
}

export interface Standard {
  readonly source: LocalText
  readonly rows: readonly StandardRow[]
}
