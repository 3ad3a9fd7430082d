import type { MetricResult, NextStar, StarNeed } from '../model/evaluation'
import type { MetricDefinition } from '../model/metricDefinition'
import type { StandardRow, StarRule } from '../model/standard'
import { roundRatio } from './ratioResult'
import { compares, DEFAULT_METRIC, holdsRule, type Rating, type RowValues } from './starRules'

/** What is known of a row when asking how far the next star is. */
export interface RowState {
  readonly rating: Rating
  readonly values: RowValues
  readonly metrics: Readonly<Record<string, MetricResult>>
  readonly definitions: Readonly<Record<string, MetricDefinition>>
}

/**
 * What the next star with a rule still needs. Null for a row at its last star, an unknown row and a deduction. Of an
 * `any` the nearest alternative is listed: the one with the fewest needs, then the least relative distance, then the first.
 */
export function nextStar(row: Pick<StandardRow, 'stars' | 'metrics'>, state: RowState): NextStar | null {
  const { rating, values } = state
  if (rating.status !== 'ok' && rating.status !== 'below_lowest') return null
  const index = row.stars.findIndex((rule, position) => position >= (rating.star ?? 0) && rule !== null)
  const rule = row.stars[index]
  return rule ? { star: index + 1, needs: holdsRule(rule, values) ? [] : needsOf(rule, row, state) } : null
}

function needsOf(rule: StarRule, row: Pick<StandardRow, 'metrics'>, state: RowState): StarNeed[] {
  if (holdsRule(rule, state.values)) return []
  switch (rule.op) {
    case 'all':
      return rule.of.flatMap((each) => needsOf(each, row, state))
    case 'any':
      return rule.of.map((each) => needsOf(each, row, state)).sort(byNearness)[0] ?? []
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
      return [{ metric, op: rule.op, wanted: rule.value, have, missing: missingOf(rule, metric, row, state) }]
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

/** The fewest whole features that, added to the numerator, make the comparison hold. */
function missingOf(
  rule: Extract<StarRule, { value: number | boolean }>,
  metric: string,
  row: Pick<StandardRow, 'metrics'>,
  { metrics, definitions }: RowState,
): number | null {
  const result = metrics[metric]
  if (typeof rule.value !== 'number' || typeof result?.value !== 'number') return null
  if (rule.op !== '>=' && rule.op !== '>') return null
  const { numerator, denominator, value } = result
  const definition = definitions[metric]
  const single =
    definition?.method === 'count' || (!definition && row.metrics.find(({ id }) => id === metric)?.unit === 'count')
  const share = definition?.method === 'covered' || definition?.method === 'near' || definition?.method === 'share'
  if (!single && !(share && numerator !== null && denominator)) return null
  const reaches = (added: number) =>
    compares(single ? value + added : roundRatio(((numerator ?? 0) + added) / (denominator ?? 1)), rule)
  const start = single ? rule.value - value : rule.value * (denominator ?? 1) - (numerator ?? 0)
  // Rounding may put the first whole number one off either way.
  const first = Math.max(0, Math.floor(start) - 1)
  const missing = [first, first + 1, first + 2, first + 3].find(reaches) ?? null
  const attainable = single || (numerator ?? 0) + (missing ?? 0) <= (denominator ?? 0)
  return attainable ? missing : null
}
