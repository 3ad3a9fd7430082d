import type { MetricResult } from '../model/evaluation'
import { shanghaiTime } from '../model/shanghaiTime'

/** One metric as the command line prints it and evidence records it: keys in one order, absent members left out. */
export function publishedMetric(result: MetricResult) {
  const { value, numerator, denominator, excluded, reasons, raw, parts, why, known, source, dataTime } = result
  return {
    value,
    numerator,
    denominator,
    excluded,
    reasons: Object.fromEntries(Object.entries(reasons).sort(([one], [other]) => (one < other ? -1 : 1))),
    ...(raw !== undefined && { raw }),
    ...(parts !== undefined && { parts }),
    ...(why !== undefined && { why }),
    known,
    ...(source !== undefined && { source }),
    dataTime: shanghaiTime(dataTime),
  }
}
