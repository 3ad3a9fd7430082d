import { publishedMetric } from '#core/evidence/evidence.ts'
import type { Evaluation, IndicatorResult } from '#core/model/evaluation.ts'
import type { FeedNotice, Quarantined } from '#core/model/feedReport.ts'
import { shanghaiTime } from '#core/model/time.ts'
import { withoutSecrets } from '#core/model/withoutSecrets.ts'
import type { PlanFile } from '#core/planning/planFile.ts'
import type { Arguments, Language } from './parseArguments'
import type { FeedReading } from './readFeeds'

interface Planned {
  readonly plan: PlanFile
  /** Without the plan. */
  readonly before: Evaluation
}

/** The object on standard output. Its keys stand in one order, so that the same input gives the same bytes. */
export function resultOf(
  { catalog, scope, language }: Arguments,
  evaluation: Evaluation,
  readings: readonly FeedReading[],
  planned: Planned | null = null,
) {
  const before = new Map(planned?.before.indicators.map((row) => [row.id, row]))
  return {
    catalog: withoutSecrets(catalog),
    scope,
    dataTime: shanghaiTime(evaluation.dataTime),
    ...(planned && { plan: { title: planned.plan.title, changes: planned.plan.changes } }),
    indicators: evaluation.indicators.map((row) => ({ ...indicatorOf(row), ...beforeOf(row, before.get(row.id)) })),
    feeds: readings.map((reading) => feedOf(reading, language)),
  }
}

/** What the row was without the plan, where it differs. */
function beforeOf(now: IndicatorResult, before: IndicatorResult | undefined) {
  if (!before) return {}
  const outcomeOf = ({ star, status, metrics }: IndicatorResult) => ({
    star,
    status,
    metrics: Object.fromEntries(
      Object.entries(metrics).map(([metric, result]) => {
        const { value, numerator, denominator } = publishedMetric(result)
        return [metric, { value, numerator, denominator }]
      }),
    ),
  })
  const outcome = outcomeOf(before)
  return JSON.stringify(outcome) === JSON.stringify(outcomeOf(now)) ? {} : { before: outcome }
}

function indicatorOf({ id, star, status, metrics, parameters, items, next }: IndicatorResult) {
  return {
    id,
    star,
    status,
    metrics: Object.fromEntries(Object.entries(metrics).map(([metric, result]) => [metric, publishedMetric(result)])),
    ...(items && { items }),
    parameters,
    next,
  }
}

/** What the door said of one feed, in one language. */
function feedOf(reading: FeedReading, language: Language) {
  const { id } = reading.feed
  if (!('report' in reading)) {
    const { reason, line, byte } = reading.failure
    return {
      id,
      read: 0,
      accepted: 0,
      repaired: 0,
      quarantined: [],
      notices: [],
      asOf: null,
      sha256: reading.sha256,
      error: { code: reason.code, reason: reason[language], line: line ?? null, byte: byte ?? null },
    }
  }
  const { read, accepted, repaired, quarantined, notices, asOf, asOfReading, sha256 } = reading.report
  return {
    id,
    read,
    accepted,
    repaired,
    quarantined: quarantined.map((each) => quarantinedOf(each, language)),
    notices: notices.map((each) => noticeOf(each, language)),
    asOf: shanghaiTime(asOf),
    ...(asOfReading && { asOfReading }),
    sha256,
  }
}

const quarantinedOf = ({ index, id, field, reason }: Quarantined, language: Language) => ({
  index,
  id,
  field,
  code: reason.code,
  reason: reason[language],
})

const noticeOf = ({ reason, count, ids }: FeedNotice, language: Language) => ({
  code: reason.code,
  reason: reason[language],
  count,
  ids,
})
