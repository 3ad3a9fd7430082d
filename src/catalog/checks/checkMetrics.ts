import type { Methods } from '#core/indicators/methods/metricMethod.ts'
import { type FeedParameter, parametersOf, type WeightsParameter } from '#core/indicators/methods/parameters.ts'
import type { Standard, StandardRow } from '#core/model/standard.ts'
import { isObject } from '#core/model/values.ts'
import { type Check, type Entry, entriesOf, membersOf, namedMethod, type Report, textsOf } from './catalogView'

/** Records whose features are always points. */
const POINT_RECORDS: ReadonlySet<unknown> = new Set(['site', 'camera', 'junction'])

/** Metrics that the row does not have, combinations of what is not there, point feeds that cover nothing, odd records. */
export function checkMetrics(standard: Standard | null, methods: Methods): Check {
  const rows = new Map(standard?.rows.map((row) => [row.id, row]))
  return (catalog, report) => {
    const feeds = new Map(entriesOf(catalog, 'feeds').map((feed) => [feed.value.id, feed.value]))
    for (const indicator of entriesOf(catalog, 'indicators')) {
      const row = typeof indicator.value.id === 'string' ? rows.get(indicator.value.id) : undefined
      const metrics = membersOf(indicator, 'metrics')
      const known = new Set(row ? row.metrics.map((metric) => metric.id) : metrics.map((metric) => metric.key))
      for (const metric of metrics) {
        if (row && !known.has(metric.key)) report(metric.path, metric.key, metricWords(known))
        const { parameters } = namedMethod(metric, methods) ?? {}
        if (!parameters) continue
        for (const [key] of parametersOf(parameters, 'metrics')) checkNamed(metric, key, known, report)
        for (const [key, weights] of parametersOf(parameters, 'weights')) {
          checkWeights(metric, key, weights, known, row, report)
        }
        for (const [key, feed] of parametersOf(parameters, 'feed')) checkFeed(metric, key, feed, feeds, report)
      }
      checkCycles(metrics, methods, report)
    }
  }
}

const metricWords = (known: ReadonlySet<string>) => {
  const list = [...known].join(', ')
  return {
    zh: known.size === 0 ? '无(本行没有指标值,只有清单)' : `本行指标值之一(${list})`,
    en: known.size === 0 ? 'nothing (this row has a checklist and no metric)' : `a metric of this row (${list})`,
  }
}

function checkFeed(
  metric: Entry,
  key: string,
  { record, covers }: FeedParameter,
  feeds: ReadonlyMap<unknown, Readonly<Record<string, unknown>>>,
  report: Report,
): void {
  const id = metric.value[key]
  const feed = feeds.get(id)
  if (!feed) return
  if (record !== undefined && feed.record !== record) {
    report([...metric.path, key], id, { zh: `record 为 ${record} 的数据源`, en: `a feed of record ${record}` })
  }
  if (covers && POINT_RECORDS.has(feed.record) && feed.footprint === undefined) {
    report([...metric.path, key], id, {
      zh: '带 footprint 的点数据源或面数据源',
      en: 'a point feed with a footprint, or a feed of polygons',
    })
  }
}

type Metric = Entry & { readonly key: string }

/** Metrics that a metric is made of: of its row, and not itself. */
function checkNamed(metric: Metric, key: string, known: ReadonlySet<string>, report: Report): void {
  for (const { path, text } of textsOf(metric, key)) {
    if (!known.has(text) || text === metric.key) {
      report(path, text, metricWords(new Set([...known].filter((id) => id !== metric.key))))
    }
  }
}

/** Weights of what is not weighed, and weights that are missing where they count. */
function checkWeights(
  metric: Metric,
  key: string,
  { of, when: [choice, wanted] }: WeightsParameter,
  known: ReadonlySet<string>,
  row: StandardRow | undefined,
  report: Report,
): void {
  const given = metric.value[key]
  const weights = isObject(given) ? given : undefined
  const named = new Set(textsOf(metric, of).map(({ text }) => text))
  for (const id of Object.keys(weights ?? {})) {
    if (!named.has(id)) {
      report([...metric.path, key, id], weights?.[id], { zh: `${of} 中的一项`, en: `one of those named in \`${of}\`` })
    }
  }
  if (metric.value[choice] !== wanted) return
  const effective = weights ?? row?.weights ?? {}
  const missing = [...named].filter((id) => known.has(id) && typeof effective[id] !== 'number' && !(id in effective))
  for (const id of missing) {
    report([...metric.path, key, id], undefined, { zh: '该项的权重(数字)', en: 'a weight (a number)' })
  }
}

/** What is made of itself, by whatever way, could never be known. */
function checkCycles(metrics: readonly Metric[], methods: Methods, report: Report): void {
  const named = (metric: Metric) =>
    parametersOf(namedMethod(metric, methods)?.parameters ?? {}, 'metrics').map(
      ([key]) => [key, textsOf(metric, key).map(({ text }) => text)] as const,
    )
  const next = new Map(metrics.map((metric) => [metric.key, named(metric).flatMap(([, texts]) => texts)]))
  const reaches = (from: string, wanted: string, seen: Set<string>): boolean => {
    if (seen.has(from)) return false
    seen.add(from)
    return (next.get(from) ?? []).some((text) => text === wanted || reaches(text, wanted, seen))
  }
  for (const metric of metrics) {
    const { key, path } = metric
    if (next.get(key)?.includes(key) || !reaches(key, key, new Set())) continue
    for (const [parameter, texts] of named(metric)) {
      report([...path, parameter], texts, {
        zh: '不绕回自身的组合',
        en: 'a combination that does not lead back to itself',
      })
    }
  }
}
