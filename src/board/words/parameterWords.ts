import type { Catalog } from '#catalog/schema.ts'
import { formatNumber } from '#i18n/formatNumber.ts'
import { formatQuantity, joinFigure } from '#i18n/formatQuantity.ts'
import type { Words } from '#i18n/useWords.ts'
import { toleranceWords } from '../robustness/toleranceWords'
import type { RowView } from '../rows/rowView'
import type { Names } from './reasonWords'

/** The method of a metric, its feeds and its effective parameters, as pairs of name and value in words. */
export function parameterWords(
  view: RowView,
  metric: string,
  catalog: Catalog,
  words: Words,
  names: Names,
): readonly (readonly [string, string])[] {
  const { t, language } = words
  const definition = catalog.indicators.find(({ id }) => id === view.row.id)?.metrics[metric]
  if (!definition) return []
  const pairs: (readonly [string, string])[] = [
    [t('indicators.parameters.method'), t(`indicators.methods.${definition.method}`)],
  ]
  const parameters = view.result?.parameters[metric] ?? {}
  const { threshold, metres, tolerance } = parameters
  if (typeof threshold === 'number') {
    pairs.push([t('indicators.parameters.threshold'), `≥ ${joinFigure(formatQuantity(threshold, 'ratio', language))}`])
  }
  if (typeof metres === 'number') pairs.push([t('indicators.parameters.metres'), `≤ ${formatNumber(metres, language)}`])
  const result = view.result?.metrics[metric]
  if (typeof tolerance === 'number' && result) pairs.push(...toleranceWords(tolerance, result, words))
  switch (definition.method) {
    case 'covered':
    case 'near':
      pairs.push([t('indicators.parameters.subjects'), names.feed(definition.subjects)])
      pairs.push([t('indicators.parameters.by'), names.feed(definition.by)])
      break
    case 'area':
      pairs.push([t('indicators.parameters.region'), names.feed(definition.region)])
      pairs.push([t('indicators.parameters.by'), names.feed(definition.by)])
      break
    case 'share':
    case 'length':
    case 'count':
    case 'mean':
    case 'ratio':
      pairs.push([t('indicators.parameters.subjects'), names.feed(definition.of)])
      if (definition.method === 'share' && definition.within !== undefined) {
        pairs.push([t('indicators.parameters.within'), names.feed(definition.within)])
      }
      break
    case 'reported':
      pairs.push([t('indicators.parameters.feed'), names.feed(definition.feed)])
      break
    case 'combine':
      pairs.push([t('indicators.parameters.how'), t(`evidence.how.${definition.how}`)])
      pairs.push([
        t('indicators.parameters.of'),
        definition.of
          .map((id) => {
            const weight = weightOf(parameters.weights, id)
            return weight === null ? names.part(id) : `${names.part(id)} × ${formatNumber(weight, language)}`
          })
          .join(t('indicators.next.comma')),
      ])
  }
  return pairs
}

function weightOf(weights: unknown, id: string): number | null {
  if (typeof weights !== 'object' || weights === null) return null
  const weight: unknown = Object.entries(weights).find(([key]) => key === id)?.[1]
  return typeof weight === 'number' ? weight : null
}
