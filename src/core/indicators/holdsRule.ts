import type { StarRule } from '../model/standard'
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
