import type { Standard, StandardRow } from '#core/model/standard.ts'
import { isObject } from '#core/model/values.ts'
import { type Check, type Entry, entriesOf, membersOf, type Report, textsOf } from './catalogView'

/** Records whose features are always points. */
const POINT_RECORDS: ReadonlySet<unknown> = new Set(['site', 'camera', 'junction'])

/** Metrics that the row does not have, `combine` of what is not there, point feeds that cover nothing, odd records. */
export function checkMetrics(standard: Standard | null): Check {
  const rows = new Map(standard?.rows.map((row) => [row.id, row]))
  return (catalog, report) => {
    const feeds = new Map(entriesOf(catalog, 'feeds').map((feed) => [feed.value.id, feed.value]))
    for (const indicator of entriesOf(catalog, 'indicators')) {
      const row = typeof indicator.value.id === 'string' ? rows.get(indicator.value.id) : undefined
      const metrics = membersOf(indicator, 'metrics')
      const known = new Set(row ? row.metrics.map((metric) => metric.id) : metrics.map((metric) => metric.key))
      for (const metric of metrics) {
        if (row && !known.has(metric.key)) report(metric.path, metric.key, metricWords(known))
        if (metric.value.method === 'combine') checkCombine(metric, known, row, report)
        checkFeedOf(metric, feeds, report)
      }
      checkCycles(metrics, report)
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

function checkFeedOf(
  metric: Entry,
  feeds: ReadonlyMap<unknown, Readonly<Record<string, unknown>>>,
  report: Report,
): void {
  const { method, by, feed } = metric.value
  if (method === 'reported') {
    const source = feeds.get(feed)
    if (source && source.record !== 'reported') {
      report([...metric.path, 'feed'], feed, { zh: 'record 为 reported 的数据源', en: 'a feed of record reported' })
    }
  }
  if (method !== 'covered' && method !== 'area') return
  const covering = feeds.get(by)
  if (covering && POINT_RECORDS.has(covering.record) && covering.footprint === undefined) {
    report([...metric.path, 'by'], by, {
      zh: '带 footprint 的点数据源或面数据源',
      en: 'a point feed with a footprint, or a feed of polygons',
    })
  }
}

function checkCombine(
  metric: Entry & { readonly key: string },
  known: ReadonlySet<string>,
  row: StandardRow | undefined,
  report: Report,
): void {
  const of = textsOf(metric, 'of')
  for (const { path, text } of of) {
    if (!known.has(text) || text === metric.key) {
      report(path, text, metricWords(new Set([...known].filter((id) => id !== metric.key))))
    }
  }
  const weights = isObject(metric.value.weights) ? metric.value.weights : undefined
  const named = new Set(of.map(({ text }) => text))
  for (const key of Object.keys(weights ?? {})) {
    if (!named.has(key)) {
      report([...metric.path, 'weights', key], weights?.[key], { zh: 'of 中的一项', en: 'one of those named in `of`' })
    }
  }
  if (metric.value.how !== 'weighted') return
  const effective = weights ?? row?.weights ?? {}
  const missing = [...named].filter((id) => known.has(id) && typeof effective[id] !== 'number' && !(id in effective))
  for (const id of missing) {
    report([...metric.path, 'weights', id], undefined, { zh: '该项的权重(数字)', en: 'a weight (a number)' })
  }
}

/** A `combine` that leads back to itself could never be known. */
function checkCycles(metrics: readonly (Entry & { readonly key: string })[], report: Report): void {
  const next = new Map(
    metrics.map((metric) => [metric.key, metric.value.method === 'combine' ? textsOf(metric, 'of') : []]),
  )
  const reaches = (from: string, wanted: string, seen: Set<string>): boolean => {
    if (seen.has(from)) return false
    seen.add(from)
    return (next.get(from) ?? []).some(({ text }) => text === wanted || reaches(text, wanted, seen))
  }
  for (const { key, path } of metrics) {
    const direct = (next.get(key) ?? []).some(({ text }) => text === key)
    if (!direct && reaches(key, key, new Set())) {
      report(
        [...path, 'of'],
        (next.get(key) ?? []).map(({ text }) => text),
        {
          zh: '不绕回自身的组合',
          en: 'a combination that does not lead back to itself',
        },
      )
    }
  }
}
