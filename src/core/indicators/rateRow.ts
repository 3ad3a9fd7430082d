import type { IndicatorStatus } from '../model/evaluation'
import type { StandardRow, StarRule } from '../model/standard'
import { DEFAULT_METRIC, holdsRule, type RowValues } from './holdsRule'

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
