import { definitionOf, type MeasuredCity, methodOf } from '#city/methodOf.ts'
import { type NumberParameter, type Parameters, parametersOf } from '#core/indicators/methods/parameters.ts'
import type { MetricResult } from '#core/model/evaluation.ts'
import { formatNumber } from '#i18n/formatNumber.ts'
import { formatQuantity, joinFigure } from '#i18n/formatQuantity.ts'
import type { Words } from '#i18n/useWords.ts'
import { toleranceWords } from '../robustness/toleranceWords'
import type { RowView } from '../rows/rowView'
import type { Names } from './reasonWords'

type Pair = readonly [string, string]

/** The method of a metric, its effective parameters and its feeds, as pairs of name and value in words. */
export function parameterWords(
  view: RowView,
  metric: string,
  city: MeasuredCity,
  words: Words,
  names: Names,
): readonly Pair[] {
  const { t, say } = words
  const definition = definitionOf(city, view.row.id, metric)
  const method = methodOf(city, view.row.id, metric)
  if (!definition || !method) return []
  const effective = view.result?.parameters[metric] ?? {}
  const { parameters } = method
  return [
    [t('indicators.parameters.method'), say(method.words)],
    ...parametersOf(parameters, 'number').flatMap(([name, parameter]) =>
      numberWords(parameter, effective[name], view.result?.metrics[metric], words),
    ),
    ...parametersOf(parameters, 'feed').flatMap(([name, parameter]): Pair[] => {
      const feed = definition[name]
      return typeof feed === 'string' ? [[say(parameter.words), names.feed(feed)]] : []
    }),
    ...parametersOf(parameters, 'choice').flatMap(([name, parameter]): Pair[] => {
      const choice = parameter.choices[String(definition[name])]
      return choice ? [[say(parameter.words), say(choice)]] : []
    }),
    ...parametersOf(parameters, 'metrics').map(
      ([name, parameter]): Pair => [
        say(parameter.words),
        metricsWords(definition[name], weightsOf(parameters, name, effective), words, names),
      ],
    ),
  ]
}

function numberWords(
  { words: name, as, sign }: NumberParameter,
  value: unknown,
  result: MetricResult | undefined,
  words: Words,
): readonly Pair[] {
  if (typeof value !== 'number') return []
  const { say, language } = words
  if (as === 'forgiven') return result ? toleranceWords(say(name), value, result, words) : []
  const figure = as === 'share' ? joinFigure(formatQuantity(value, 'ratio', language)) : formatNumber(value, language)
  return [[say(name), sign ? `${sign} ${figure}` : figure]]
}

/** Names of metrics, each with its weight where it has one. */
function metricsWords(ids: unknown, weights: unknown, { t, language }: Words, names: Names): string {
  if (!Array.isArray(ids)) return ''
  return ids
    .map((id: string) => {
      const weight = weightOf(weights, id)
      return weight === null ? names.part(id) : `${names.part(id)} × ${formatNumber(weight, language)}`
    })
    .join(t('indicators.next.comma'))
}

/** The effective weights of the metrics that a parameter names. */
function weightsOf(parameters: Parameters, of: string, effective: Readonly<Record<string, unknown>>): unknown {
  const [name] = parametersOf(parameters, 'weights').find(([, weights]) => weights.of === of) ?? []
  return name === undefined ? undefined : effective[name]
}

function weightOf(weights: unknown, id: string): number | null {
  if (typeof weights !== 'object' || weights === null) return null
  const weight: unknown = Object.entries(weights).find(([key]) => key === id)?.[1]
  return typeof weight === 'number' ? weight : null
}
