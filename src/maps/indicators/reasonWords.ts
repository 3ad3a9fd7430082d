import type { IndicatorResult } from '../../core/model/evaluation'
import type { StandardRow } from '../../core/model/standard'
import type { Words } from '../../i18n/useWords'
import type { RowView } from './rowView'

/** Why a feature was left out, in words; a code without words is shown as it is. */
export function exclusionWords(code: string, { t }: Words): string {
  switch (code) {
    case 'ambiguous-ring':
      return t('indicators.reasons.ambiguousRing')
    case 'unknown:where':
      return t('indicators.reasons.where')
    case 'unknown:match':
      return t('indicators.reasons.match')
    case 'unknown:known':
      return t('indicators.reasons.known')
    case 'unknown:value':
      return t('indicators.reasons.value')
    case 'unknown:group':
    case 'unknown:groupBy':
      return t('indicators.reasons.group')
    case 'no-geometry':
      return t('indicators.reasons.noGeometry')
    case 'geometry-kind':
    case 'wrong-geometry':
      return t('indicators.reasons.geometryKind')
    case 'degenerate':
    case 'no-area':
    case 'no-length':
      return t('indicators.reasons.degenerate')
    default:
      return t('indicators.reasons.other', { code })
  }
}

/** Why a value is unknown, in words. `feedTitle` gives the title of a feed id, `partName` the name of a metric or part. */
export function unknownWords(
  code: string | undefined,
  { t }: Words,
  feedTitle: (id: string) => string,
  partName: (id: string) => string,
): string {
  const [kind = '', detail = ''] = (code ?? 'no-data').split(/:(.*)/s)
  switch (kind) {
    case 'no-data':
      return t('indicators.why.noData')
    case 'not-reported':
      return t('indicators.why.notReported')
    case 'denominator-0':
      return detail ? t('indicators.why.partDenominator', { part: partName(detail) }) : t('indicators.why.denominator')
    case 'feed-unreadable':
      return t('indicators.why.feedUnreadable', { feed: feedTitle(detail) })
    case 'part-denominator-0':
      return t('indicators.why.partDenominator', { part: partName(detail) })
    case 'metric-unknown':
    case 'part-unknown':
      return t('indicators.why.metricUnknown', { part: partName(detail) })
    default:
      return t('indicators.why.other', { code: code ?? '' })
  }
}

/** Metric names of a row by id, for words about its parts. */
export function partNames(row: StandardRow, { say }: Words): (id: string) => string {
  return (id) => {
    const metric = row.metrics.find((candidate) => candidate.id === id)
    return metric ? say(metric.name) : id
  }
}

function firstWhy(result: IndicatorResult): string | undefined {
  return Object.values(result.metrics).find((metric) => metric.value === null)?.why
}

/** Why a row is unknown, in words; null when it is known or pending. */
export function rowWhy(view: RowView, words: Words, feedTitle: (id: string) => string): string | null {
  if (view.standing.kind !== 'unknown' || !view.result) return null
  if (view.row.checklist && view.row.metrics.length === 0) return words.t('indicators.why.notReported')
  return unknownWords(firstWhy(view.result), words, feedTitle, partNames(view.row, words))
}
