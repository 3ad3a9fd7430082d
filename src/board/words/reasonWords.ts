import type { City } from '#city/CityContext.ts'
import type { Words } from '#i18n/useWords.ts'
import type { RowView } from '../rows/rowView'

/**
 * Why a feature was left out, in words: of the methods' own reasons, or of those that all share; a code without words is
 * shown as it is.
 */
export function exclusionWords(code: string, { t, say }: Words, methods: City['methods']): string {
  const own = Object.values(methods).find(({ reasons }) => Object.hasOwn(reasons, code))?.reasons[code]
  if (own) return say(own)
  switch (code) {
    case 'ambiguous-ring':
      return t('indicators.reasons.ambiguousRing')
    case 'unknown:where':
      return t('indicators.reasons.where')
    case 'unknown:known':
      return t('indicators.reasons.known')
    case 'no-geometry':
      return t('indicators.reasons.noGeometry')
    case 'not-a-polygon':
    case 'not-a-line':
    case 'not-a-point':
      return t('indicators.reasons.geometryKind')
    case 'no-area':
    case 'no-length':
      return t('indicators.reasons.degenerate')
    default:
      return t('indicators.reasons.other', { code })
  }
}

/** The methods whose reasons have their own words, and names of what a reason points at. */
export interface Names {
  readonly methods: City['methods']
  readonly feed: (id: string) => string
  readonly scope: (id: string) => string
  /** A metric of the row, or a part of a metric. */
  readonly part: (id: string) => string
}

/** Why a value is unknown, in words; a code without words is shown as it is. */
export function unknownWords(code: string | undefined, words: Words, names: Names): string {
  if (code === undefined) return words.t('indicators.why.notReported')
  return codeWords(code, words, names) ?? words.t('indicators.why.other', { code })
}

/** Why a question about a row has no answer: where the engine gives what cannot be measured as a code, that in words. */
export const failureWords = (fault: string, words: Words, names: Names): string =>
  codeWords(fault, words, names) ?? fault

function codeWords(code: string, { t, say }: Words, names: Names): string | null {
  const [kind = '', detail = ''] = code.split(/:(.*)/s)
  const own = Object.values(names.methods).find(({ unknowns }) => Object.hasOwn(unknowns, kind))?.unknowns[kind]
  if (own) return say(own.words).replace('{name}', () => names[own.names](detail))
  switch (kind) {
    case 'no-data':
      return t('indicators.why.noData')
    case 'denominator-0':
      return detail
        ? t('indicators.why.partDenominator', { part: names.part(detail) })
        : t('indicators.why.denominator')
    case 'feed-unreadable':
      return t('indicators.why.feedUnreadable', { feed: names.feed(detail) })
    case 'unknown-scope':
      return t('indicators.why.scopeUnknown', { scope: names.scope(detail) })
    case 'empty-scope':
      return t('indicators.why.scopeEmpty', { scope: names.scope(detail) })
    case 'cycle':
      return t('indicators.why.cycle')
    default:
      return null
  }
}

function firstWhy(view: RowView): string | undefined {
  return Object.values(view.result?.metrics ?? {}).find((metric) => metric.value === null)?.why
}

/** Why a row is unknown, in words; null when it is known or pending. */
export function rowWhy(view: RowView, words: Words, names: Names): string | null {
  return view.standing.kind === 'unknown' && view.result ? unknownWords(firstWhy(view), words, names) : null
}
