import { DEFAULT_METRIC, holdsRule, type RowValues } from '#core/indicators/starRules.ts'
import type { Evaluation, IndicatorResult, MetricResult } from '#core/model/evaluation.ts'
import type { Standard, StandardMetric, StandardRow, StarRule } from '#core/model/standard.ts'
import { type Freshness, isCurrent } from '#core/model/time.ts'
import { type Standing, standingOf } from '#views/standing/standing.ts'

interface HeadMetric {
  readonly metric: StandardMetric
  readonly result: MetricResult
}

/** A row of the standard joined with its result. */
export interface RowView {
  readonly row: StandardRow
  readonly result: IndicatorResult | null
  readonly standing: Standing
  /** The metric that stands for the row in one line; null for checklists and before the first result. */
  readonly head: HeadMetric | null
  /** Oldest known time of the data behind the row, epoch milliseconds. */
  readonly dataTime: number | null
  readonly known: MetricResult['known'] | null
  /** The least fresh of the feeds it is computed from. */
  readonly freshness: Freshness
}

/** The row has a result, and the data behind it is too old, or of no known time, to stand as current. */
export const restsOnOldData = ({ standing, result, freshness }: RowView): boolean =>
  result !== null && standing.kind !== 'unknown' && !isCurrent(freshness)

const ALL_LIVE: ReadonlyMap<string, Freshness> = new Map()

/**
 * Ids of the metrics that the rule of a star rests on: those whose comparisons hold, numbers before yes and no, since a
 * number says how far it holds.
 */
function restsOn(rule: StarRule, values: RowValues): readonly string[] {
  if (rule.op === 'checklist') return []
  if ('of' in rule) {
    const parts = rule.of.flatMap((part) => restsOn(part, values))
    const isNumber = (id: string): boolean => typeof values.metrics[id] === 'number'
    return [...parts.filter(isNumber), ...parts.filter((id) => !isNumber(id))]
  }
  return holdsRule(rule, values) ? [rule.metric ?? DEFAULT_METRIC] : []
}

/**
 * The metric that stands for the row: what holds it back, as long as its present star rests on that too; else what the
 * star rests on, so that no figure contradicts the star beside it. Then `value`, then the first.
 */
function headOf(row: StandardRow, result: IndicatorResult | null): HeadMetric | null {
  if (!result) return null
  const held = result.next?.needs.map((need) => need.metric) ?? []
  const rule = result.star === null ? null : row.stars[result.star - 1]
  const metrics = Object.fromEntries(Object.entries(result.metrics).map(([id, { value }]) => [id, value]))
  const deciding = rule ? restsOn(rule, { metrics, items: result.items ?? {} }) : held
  const wanted = [...held.filter((id) => deciding.includes(id)), ...deciding, DEFAULT_METRIC]
  const metric =
    wanted.map((id) => row.metrics.find((candidate) => candidate.id === id)).find(Boolean) ?? row.metrics[0]
  const found = metric && result.metrics[metric.id]
  return metric && found ? { metric, result: found } : null
}

function knownOf(result: IndicatorResult | null): RowView['known'] {
  if (!result) return null
  const kinds = Object.values(result.metrics).map((metric) => metric.known)
  if (kinds.includes('measured')) return 'measured'
  if (kinds.includes('reported')) return 'reported'
  // A checklist has no metrics: its items are always reported.
  const items = Object.values(result.items ?? {})
  return items.some((item) => item !== null) ? 'reported' : 'unknown'
}

/** The rows in the order of the standard; `evaluation` null gives pending rows. Rows not in `freshness` are live. */
export function rowViews(
  standard: Standard,
  evaluation: Evaluation | null,
  freshness: ReadonlyMap<string, Freshness> = ALL_LIVE,
): readonly RowView[] {
  const results = new Map(evaluation?.indicators.map((result) => [result.id, result]))
  return [...standard.rows]
    .sort((a, b) => a.order - b.order)
    .map((row) => {
      const result = results.get(row.id) ?? null
      const times = Object.values(result?.metrics ?? {}).flatMap(({ dataTime }) =>
        dataTime === null ? [] : [dataTime],
      )
      return {
        row,
        result,
        standing: standingOf(row, result),
        head: headOf(row, result),
        dataTime: times.length > 0 ? Math.min(...times) : null,
        known: knownOf(result),
        freshness: freshness.get(row.id) ?? 'live',
      }
    })
}

/** The rows in the standard's category groups, groups and rows in the order in which they come. */
export function byCategory(rows: readonly RowView[]): readonly (readonly RowView[])[] {
  const groups = new Map<string, RowView[]>()
  for (const view of rows) {
    const group = groups.get(view.row.category.zh)
    if (group) group.push(view)
    else groups.set(view.row.category.zh, [view])
  }
  return [...groups.values()]
}
