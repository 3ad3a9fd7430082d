import type { IndicatorStatus } from '../model/evaluation'
import type { StandardRow, StarRule } from '../model/standard'
import { roundRatio } from './ratioResult'

/** Values of a row's metrics and checklist items; null or absent is unknown. */
export interface RowValues {
  readonly metrics: Readonly<Record<string, number | boolean | null>>
  readonly items: Readonly<Record<string, boolean | null>>
}

/** The metric a rule compares when it names none. */
export const DEFAULT_METRIC = 'value'

type Comparison = Extract<StarRule, { value: number | boolean }>

/** Compares a known value, rounded to 1e-9, with a rule's. A number and a boolean never compare. */
export function compares(value: number | boolean | null, { op, value: wanted }: Comparison): boolean {
  if (typeof value === 'boolean' || typeof wanted === 'boolean') return op === '==' && value === wanted
  if (value === null) return false
  const have = roundRatio(value)
  const want = roundRatio(wanted)
  switch (op) {
    case '>=':
      return have >= want
    case '>':
      return have > want
    case '<=':
      return have <= want
    case '==':
      return have === want
  }
}

/** Whether a star's rule holds. What is unknown does not hold. */
export function holdsRule(rule: StarRule, values: RowValues): boolean {
  switch (rule.op) {
    case 'all':
      return rule.of.every((each) => holdsRule(each, values))
    case 'any':
      return rule.of.some((each) => holdsRule(each, values))
    case 'checklist':
      return rule.require.every((item) => values.items[item] === true)
    default:
      return compares(values.metrics[rule.metric ?? DEFAULT_METRIC] ?? null, rule)
  }
}

export interface Rating {
  /** 1 to 5; null but for status `ok`. */
  readonly star: number | null
  readonly status: IndicatorStatus
}

/**
 * The star of a row: the highest whose rule holds. Below the first defined rule it is `below_lowest`; a deduction has no
 * star; when any metric or item that the rules name is unknown, or there is no rule, the row is unknown.
 */
export function rateRow(row: Pick<StandardRow, 'kind' | 'stars'>, values: RowValues): Rating {
  if (row.kind === 'deduction') return { star: null, status: 'deduction' }
  const rules = row.stars.filter((rule) => rule !== null)
  if (rules.length === 0 || rules.some((rule) => namesUnknown(rule, values))) return { star: null, status: 'unknown' }
  const star = row.stars.findLastIndex((rule) => rule !== null && holdsRule(rule, values)) + 1
  return star > 0 ? { star, status: 'ok' } : { star: null, status: 'below_lowest' }
}

function namesUnknown(rule: StarRule, values: RowValues): boolean {
  switch (rule.op) {
    case 'all':
    case 'any':
      return rule.of.some((each) => namesUnknown(each, values))
    case 'checklist':
      return rule.require.some((item) => (values.items[item] ?? null) === null)
    default:
      return (values.metrics[rule.metric ?? DEFAULT_METRIC] ?? null) === null
  }
}
