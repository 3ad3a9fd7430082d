import { evaluate } from '#core/indicators/evaluate.ts'
import { explain } from '#core/indicators/explain.ts'
import { numberOf } from '#core/indicators/metricFacts.ts'
import { overriddenIndicators } from '#core/indicators/overrides.ts'
import type { Expression } from '#core/model/compileExpression.ts'
import type { EvaluateInput, Explanation } from '#core/model/evaluation.ts'
import type { CityFeature } from '#core/model/feature.ts'
import type { Reason } from '#core/model/feedReport.ts'
import type { IndicatorDefinition, MetricDefinition } from '#core/model/metricDefinition.ts'
import type { SitingTask } from '#core/siting/sitingTask.ts'
import type { OpenCity } from '../EngineContext'
import type { WorldView } from '../world/worldView'
import { SITING_FAULTS } from './sitingFaults'
import type { Served, ServedRequest } from './sitingRequest'

/** A metric that sites can be suggested for. */
export interface SitedMetric {
  readonly metric: string
  readonly subjects: string
  readonly by: string
  readonly byWhere: Expression | undefined
  readonly method: SitingTask['method']
}

type Found<Answer> = { readonly ok: true; readonly found: Answer } | { readonly ok: false; readonly fault: Reason }

/** The metric that is asked about, or why it cannot be. */
export function sitedMetric(
  { catalog, standard }: OpenCity,
  { indicator, metric, overrides }: Pick<ServedRequest, 'indicator' | 'metric' | 'overrides'>,
): Found<SitedMetric> {
  if (!standard.rows.some(({ id }) => id === indicator))
    return { ok: false, fault: SITING_FAULTS.unknownRow(indicator) }
  const definitions = overriddenIndicators({ indicators: catalog.indicators, overrides }).get(indicator)?.metrics ?? {}
  const sited = Object.entries(definitions).flatMap(([id, definition]) => readMetric(id, definition) ?? [])
  const there = sited.map((each) => each.metric)
  if (metric !== null) {
    const found = sited.find((each) => each.metric === metric)
    return found ? { ok: true, found } : { ok: false, fault: SITING_FAULTS.unknownMetric(indicator, metric, there) }
  }
  const [only] = sited
  return only && sited.length === 1
    ? { ok: true, found: only }
    : { ok: false, fault: SITING_FAULTS.whichMetric(indicator, there) }
}

/** The metrics of a row that count by the sites of a feed. */
export const metricsBy = (definition: IndicatorDefinition | undefined, feed: string): readonly SitedMetric[] =>
  Object.entries(definition?.metrics ?? {}).flatMap(([id, metric]) => {
    const sited = readMetric(id, metric)
    return sited?.by === feed ? [sited] : []
  })

function readMetric(metric: string, definition: MetricDefinition): SitedMetric | null {
  const { method: name, subjects, by, byWhere } = definition
  if (typeof subjects !== 'string' || typeof by !== 'string') return null
  const about = { metric, subjects, by, byWhere: byWhere as Expression | undefined }
  if (name === 'covered') {
    return { ...about, method: { name, threshold: numberOf(definition, 'threshold') ?? Number.NaN } }
  }
  if (name === 'near') return { ...about, method: { name, metres: numberOf(definition, 'metres') ?? Number.NaN } }
  return null
}

/** How a metric stands, and which of its subjects count. */
export interface Standing {
  readonly served: Served
  readonly subjects: readonly { readonly feature: CityFeature; readonly counts: boolean; readonly weight: number }[]
  readonly weightless: number
}

/** @returns a fault when it cannot be measured. Without subjects it is 0 of 0, which is no fault. */
export function standingOf(
  { catalog, standard }: OpenCity,
  view: WorldView,
  { scope, indicator, overrides, weight }: ServedRequest,
  { metric, subjects: subjectFeed }: SitedMetric,
): Found<Standing> {
  const { indicators, scopes, city } = catalog
  const feeds = view.evaluable(catalog.feeds)
  const input: EvaluateInput = {
    ...{ standard, indicators, scopes, feeds, scope, overrides },
    bounds: city.bounds,
    only: [indicator],
  }
  const { result, subjects } = explain(input, indicator, metric)
  if (result.value === null && result.why !== 'denominator-0') {
    return { ok: false, fault: SITING_FAULTS.notMeasured(indicator, metric, result.why ?? '') }
  }
  const measured = measuredSubjects(view, subjectFeed, subjects, weight)
  const [row] = evaluate(input).indicators
  const counted = measured.reduce((sum, each) => sum + (each.counts ? each.weight : 0), 0)
  const { value, numerator, denominator } = result
  return {
    ok: true,
    found: {
      served: { value, numerator, denominator, star: row?.star ?? null, weight: counted },
      subjects: measured,
      weightless: measured.filter(({ known }) => !known).length,
    },
  }
}

function measuredSubjects(view: WorldView, feed: string, subjects: Explanation['subjects'], property: string | null) {
  return subjects.flatMap((subject) => {
    const feature = subject.feed === feed && subject.state !== 'excluded' ? view.find(feed, subject.id) : undefined
    if (!feature) return []
    const stated = property === null ? 1 : feature.properties[property]
    const known = typeof stated === 'number' && stated >= 0 && Number.isFinite(stated)
    return [{ feature, counts: subject.state === 'covered', weight: known ? stated : 0, known }]
  })
}
