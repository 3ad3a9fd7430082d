import { compares, DEFAULT_METRIC } from '../indicators/starRules'
import type { StarRule } from '../model/standard'
import type { ModelRow, Sum } from './choiceModel'

/** Something that holds wherever a comparison does: `Σ numerator · a + denominator · b ≥ least`, over sums. */
export interface Need {
  readonly terms: readonly { readonly sum: Sum; readonly numerator: number; readonly denominator: number }[]
  readonly least: number
}

type Comparison = Extract<StarRule, { value: number | boolean }> | { readonly item: string }
type Ways<T> = readonly (readonly T[])[]

const ALWAYS: Ways<never> = [[]]
const NEVER: Ways<never> = []
const MOST_WAYS = 24

/**
 * The ways in which a row can stand at a star or better: each a list of needs that all hold where it does. None: it cannot,
 * whatever is chosen. What cannot be said by sums is left out, so that a need is never too much; `whole` where nothing was.
 */
export function starNeeds(row: ModelRow, want: number): { readonly ways: Ways<Need>; readonly whole: boolean } {
  const left: string[] = []
  const ways = row.asked ? ALWAYS : waysAt(row, want, left)
  const known = [...row.metrics.values()].every((metric) => metric.kind !== 'sum' || metric.sum.denominator > 0)
  return { ways, whole: !row.asked && known && left.length === 0 }
}

/** @param left is told the metrics that are left out. */
function waysAt(row: ModelRow, want: number, left: string[]): Ways<Need> {
  const rules = row.row.stars.slice(want - 1).filter((rule) => rule !== null)
  const ways = rules.flatMap((rule) => waysOf(rule))
  if (ways.length > MOST_WAYS) {
    left.push(row.row.id)
    return ALWAYS
  }
  const least = ways.filter(
    (way, at) =>
      !ways.some((other, index) => index !== at && weaker(other, way) && (index < at || !weaker(way, other))),
  )
  return least.flatMap((way) => allOf(way.map((comparison) => needsOf(row, comparison, left))))
}

function waysOf(rule: StarRule): Ways<Comparison> {
  switch (rule.op) {
    case 'all':
      return allOf(rule.of.map(waysOf))
    case 'any':
      return rule.of.flatMap(waysOf)
    case 'checklist':
      return [rule.require.map((item) => ({ item }))]
    default:
      return [[rule]]
  }
}

function allOf<T>(parts: readonly Ways<T>[]): Ways<T> {
  return parts.reduce<Ways<T>>(
    (ways, part) => {
      const both = ways.flatMap((way) => part.map((more) => [...way, ...more]))
      return both
    },
    [[]],
  )
}

/** Whether everything that one way asks follows from another. */
const weaker = (way: readonly Comparison[], other: readonly Comparison[]): boolean =>
  way.every((each) => other.some((given) => implies(given, each)))

function implies(given: Comparison, asked: Comparison): boolean {
  if ('item' in given || 'item' in asked) return 'item' in given && 'item' in asked && given.item === asked.item
  if ((given.metric ?? DEFAULT_METRIC) !== (asked.metric ?? DEFAULT_METRIC)) return false
  if (given.op !== asked.op) return false
  if (given.op === '>=' || given.op === '>') return Number(given.value) >= Number(asked.value)
  return given.op === '<=' ? Number(given.value) <= Number(asked.value) : given.value === asked.value
}

function needsOf(row: ModelRow, comparison: Comparison, left: string[]): Ways<Need> {
  if ('item' in comparison) return row.before.items?.[comparison.item] === true ? ALWAYS : NEVER
  return metricNeeds(row, comparison.metric ?? DEFAULT_METRIC, comparison, left)
}

function metricNeeds(
  row: ModelRow,
  id: string,
  comparison: Exclude<Comparison, { item: string }>,
  left: string[],
): Ways<Need> {
  const metric = row.metrics.get(id)
  const { op, value } = comparison
  if (!metric) return NEVER
  if (metric.kind === 'known') return compares(metric.value, comparison) ? ALWAYS : NEVER
  const leftOut = (): Ways<Need> => {
    left.push(id)
    return ALWAYS
  }
  if (typeof value === 'boolean') return leftOut()
  const atLeast = op === '>=' || op === '>' || op === '=='
  const atMost = op === '<=' || op === '=='
  if (metric.kind === 'combined') {
    const { how, of } = metric.definition
    const parts = Array.isArray(of) ? of.map(String) : []
    if (how === 'min' && op === '>=') return allOf(parts.map((part) => metricNeeds(row, part, comparison, left)))
    const need = atLeast && how !== 'min' ? meanNeed(row, metric.definition, parts, value) : null
    return need ? [[need]] : leftOut()
  }
  const sum = metric.kind === 'sum' ? metric.sum : metric.above
  if (!sum) return leftOut()
  const needs: Need[] = []
  if (atLeast) needs.push(sumNeed(sum, Math.min(value, sum.tolerance > 0 ? 1 - sum.tolerance : value), 1))
  if (atMost && metric.kind === 'sum') needs.push(sumNeed(sum, value, -1))
  return [needs]
}

/** Values are compared as rounded to 1e-9. */
const ROUNDED = 1e-9

function sumNeed(sum: Sum, value: number, sign: 1 | -1): Need {
  const give = ROUNDED * (sum.counts ? Math.max(1, Math.abs(value)) : mostDenominator(sum)) + sum.slack
  return sum.counts
    ? { terms: [{ sum, numerator: sign, denominator: 0 }], least: sign * value - give }
    : { terms: [{ sum, numerator: sign, denominator: -sign * value }], least: -give }
}

function mostDenominator({ denominator, single, parts }: Sum): number {
  return Math.abs(denominator) + single.reduce((sum, each) => sum + Math.max(0, each.denominator), 0) + parts.length
}

/** A mean of parts that are sums of fixed denominators. */
function meanNeed(
  row: ModelRow,
  definition: Readonly<Record<string, unknown>>,
  parts: readonly string[],
  least: number,
): Need | null {
  const weights = definition.how === 'weighted' ? (definition.weights ?? row.row.weights ?? {}) : {}
  const weightOf = (id: string) =>
    definition.how === 'weighted' ? Number((weights as Readonly<Record<string, unknown>>)[id]) : 1
  const total = parts.reduce((sum, id) => sum + weightOf(id), 0)
  let needed = least * total - ROUNDED * total * (parts.length + 1)
  const terms: { sum: Sum; numerator: number; denominator: number }[] = []
  for (const id of parts) {
    const metric = row.metrics.get(id)
    const weight = weightOf(id)
    if (!metric || !(weight >= 0)) return null
    if (metric.kind === 'known') {
      if (typeof metric.value !== 'number') return null
      needed -= weight * metric.value
      continue
    }
    const sum = metric.kind === 'sum' ? metric.sum : metric.kind === 'asked' ? metric.above : null
    if (!sum || sum.parts.length > 0 || sum.single.some(({ denominator }) => denominator !== 0)) return null
    if (sum.counts) terms.push({ sum, numerator: weight, denominator: 0 })
    else if (sum.denominator > 0) terms.push({ sum, numerator: weight / sum.denominator, denominator: 0 })
    else return null
    needed -= weight * (sum.tolerance + sum.slack / Math.max(1, sum.denominator))
  }
  return { terms, least: needed }
}
