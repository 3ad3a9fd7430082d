import type { MetricResult, NextStar, StarNeed } from '../model/evaluation'
import type { StandardRow, StarRule } from '../model/standard'
import type { MethodFacts } from './methods/metricMethod'
import { compares, DEFAULT_METRIC, holdsRule, type Rating, type RowValues } from './starRules'

/** What is known of a row when asking how far the next star is. */
export interface RowState {
  readonly rating: Rating
  readonly values: RowValues
  readonly metrics: Readonly<Record<string, MetricResult>>
  /** To what of a metric one whole feature more adds 1; null where it is not counted in features. */
  readonly featureAdds: (metric: string) => MethodFacts['featureAdds']
}

/**
 * What the next star with a rule still needs. Null for a row at its last star, an unknown row and a deduction. Of an
 * `any` the nearest alternative is listed: the one with the fewest needs, then the least relative distance, then the first.
 */
export function nextStar({ stars }: Pick<StandardRow, 'stars'>, state: RowState): NextStar | null {
  const { star, status } = state.rating
  if (status !== 'ok' && status !== 'below_lowest') return null
  const index = stars.findIndex((rule, position) => position >= (star ?? 0) && rule !== null)
  const rule = stars[index]
  return rule ? { star: index + 1, needs: needsOf(rule, state) } : null
}

function needsOf(rule: StarRule, state: RowState): StarNeed[] {
  if (holdsRule(rule, state.values)) return []
  switch (rule.op) {
    case 'all':
      return rule.of.flatMap((each) => needsOf(each, state))
    case 'any':
      return rule.of.map((each) => needsOf(each, state)).sort(byNearness)[0] ?? []
    case 'checklist':
      return rule.require
        .filter((item) => state.values.items[item] !== true)
        .map((item) => ({
          metric: item,
          op: 'item',
          wanted: true,
          have: state.values.items[item] ?? null,
          missing: null,
        }))
    default: {
      const metric = rule.metric ?? DEFAULT_METRIC
      const have = state.values.metrics[metric] ?? null
      return [{ metric, op: rule.op, wanted: rule.value, have, missing: missingOf(rule, metric, state) }]
    }
  }
}

function byNearness(a: readonly StarNeed[], b: readonly StarNeed[]): number {
  return a.length - b.length || distance(a) - distance(b)
}

function distance(needs: readonly StarNeed[]): number {
  return needs.reduce((sum, { wanted, have }) => {
    if (typeof wanted !== 'number' || typeof have !== 'number') return sum + 1
    return sum + Math.abs(wanted - have) / Math.max(Math.abs(wanted), 1e-9)
  }, 0)
}

/** The fewest whole features that, added to the metric, make the comparison hold; null where no number of them can. */
function missingOf(
  rule: Extract<StarRule, { value: number | boolean }>,
  metric: string,
  { metrics, featureAdds }: RowState,
): number | null {
  const wanted = rule.value
  const { value, numerator, denominator } = metrics[metric] ?? {}
  if (typeof wanted !== 'number' || typeof value !== 'number') return null
  if (rule.op !== '>=' && rule.op !== '>') return null
  switch (featureAdds(metric)) {
    case 'value':
      return fewest(wanted - value, (added) => compares(value + added, rule))
    case 'numerator': {
      if (typeof numerator !== 'number' || !denominator) return null
      const reaches = (added: number) => compares((numerator + added) / denominator, rule)
      const missing = fewest(wanted * denominator - numerator, reaches)
      return missing !== null && numerator + missing <= denominator ? missing : null
    }
    case null:
      return null
  }
}

/** The least whole number that reaches. It is near `about`, which binary fractions may put just under a whole number. */
function fewest(about: number, reaches: (added: number) => boolean): number | null {
  const first = Math.floor(about)
  return [first, first + 1, first + 2].find(reaches) ?? null
}
