import type { StandardRow, StarRule } from '#core/model/standard.ts'
import type { Expected, Fault, Path } from '../fault'

type Report = (path: Path, value: unknown, expected: Expected) => Fault

/** Ids that stand twice, and rules, weights and implications that name no metric or checklist item of their row. */
export function checkStandard(rows: readonly StandardRow[], report: Report): Fault[] {
  const faults: Fault[] = []
  const ids = new Set<string>()
  rows.forEach((row, index) => {
    if (ids.has(row.id)) faults.push(report([index, 'id'], row.id, UNIQUE))
    ids.add(row.id)
    const metrics = new Set<string>()
    row.metrics.forEach((metric, at) => {
      if (metrics.has(metric.id)) faults.push(report([index, 'metrics', at, 'id'], metric.id, UNIQUE))
      metrics.add(metric.id)
    })
    const items = new Set(Object.keys(row.checklist ?? {}))
    row.stars.forEach((rule, at) => {
      if (rule !== null) faults.push(...ruleFaults(rule, [index, 'stars', at], metrics, items, report))
    })
    for (const key of Object.keys(row.weights ?? {})) {
      if (!metrics.has(key)) faults.push(report([index, 'weights', key], row.weights?.[key], oneOf(metrics)))
    }
    for (const [left, rights] of Object.entries(row.implies ?? {})) {
      if (!items.has(left)) faults.push(report([index, 'implies', left], rights, oneOf(items)))
      rights.forEach((right, at) => {
        if (!items.has(right)) faults.push(report([index, 'implies', left, at], right, oneOf(items)))
      })
    }
  })
  return faults
}

const UNIQUE: Expected = { zh: '不重复的 id', en: 'an id that stands once' }
const oneOf = (names: ReadonlySet<string>): Expected => ({
  zh: `本行的名称之一(${[...names].join(', ')})`,
  en: `a name of this row (${[...names].join(', ')})`,
})

function ruleFaults(
  rule: StarRule,
  path: Path,
  metrics: ReadonlySet<string>,
  items: ReadonlySet<string>,
  report: Report,
): Fault[] {
  if ('of' in rule) {
    return rule.of.flatMap((inner, at) => ruleFaults(inner, [...path, 'of', at], metrics, items, report))
  }
  if ('require' in rule) {
    return rule.require.flatMap((item, at) =>
      items.has(item) ? [] : [report([...path, 'require', at], item, oneOf(items))],
    )
  }
  const metric = rule.metric ?? 'value'
  return metrics.has(metric) ? [] : [report([...path, 'metric'], metric, oneOf(metrics))]
}
