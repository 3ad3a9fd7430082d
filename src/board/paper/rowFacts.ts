import type { City } from '#city/CityContext.ts'
import { measureOf } from '#city/methodOf.ts'
import type { OutCell, OutFacts } from '#core/table/outTable.ts'
import { formatMeasure, formatQuantity, joinFigure } from '#i18n/formatQuantity.ts'
import type { Words } from '#i18n/useWords.ts'
import type { OutAbout } from '#views/out/outFacts.ts'
import { standingWords } from '#views/standing/standing.ts'
import { namesOf } from '../inspector/useNames'
import { type RowView, rowViews } from '../rows/rowView'
import { parameterWords } from '../words/parameterWords'
import { exclusionWords, unknownWords } from '../words/reasonWords'

export interface RowAsked {
  readonly indicator: string
  readonly metric: string
  readonly scope: string | null
}

/** What is said of a metric of a row wherever it leaves: its number with all that belongs to it, computed now in the world on show. */
export async function rowAbout(city: City, words: Words, asked: RowAsked): Promise<OutAbout> {
  const { indicator, scope } = asked
  const view = await rowIn(city, asked)
  return {
    own: view ? rowFacts(city, words, view, asked.metric) : [],
    feeds: city.feedsByIndicator[indicator] ?? [],
    scope,
  }
}

/** The row as it stands in the world on show. */
export async function rowIn({ engine, standard }: City, { indicator, scope }: RowAsked): Promise<RowView | null> {
  const evaluation = await engine.evaluate({ scope, only: [indicator] })
  return rowViews(standard, evaluation).find(({ row }) => row.id === indicator) ?? null
}

/** Name, star, value, fraction, exclusions, parameters and source of a metric. */
export function rowFacts(city: City, words: Words, view: RowView, metric: string): OutFacts {
  const { t, say, language } = words
  const { row, standing } = view
  const definition = row.metrics.find(({ id }) => id === metric)
  const result = view.result?.metrics[metric]
  const names = namesOf(city, words, row)
  const facts: (readonly [string, OutCell])[] = [
    [t('out.standard'), say(city.standard.source)],
    [t('out.row'), `${row.id} ${say(row.name)}`],
    [t('out.units'), row.units.join(language === 'en' ? ', ' : '、')],
    [t('out.stands'), standingWords(standing, words)],
  ]
  if (!definition || !result) return facts
  const measure = measureOf(city, row.id, metric)
  const part = (value: number) => joinFigure(formatMeasure(value, measure, language))
  facts.push([t('out.metric'), say(definition.name)])
  facts.push([
    t('out.figure'),
    result.value === null
      ? `— ${t('indicators.why.prefix', { why: unknownWords(result.why, words, names) })}`
      : joinFigure(formatQuantity(result.value, definition.unit, language)),
  ])
  if (result.numerator !== null)
    facts.push([
      definition.numerator ? say(definition.numerator) : t('indicators.inspector.numerator'),
      part(result.numerator),
    ])
  if (result.denominator !== null)
    facts.push([
      definition.denominator ? say(definition.denominator) : t('indicators.inspector.denominator'),
      part(result.denominator),
    ])
  const reasons = Object.entries(result.reasons).map(([code, count]) =>
    t('indicators.reasons.count', { reason: exclusionWords(code, words, city.methods), count }),
  )
  if (result.known === 'measured' || result.excluded > 0)
    facts.push([
      t('out.excluded'),
      reasons.join(t('indicators.next.separator')) || t('indicators.inspector.excludedNone'),
    ])
  for (const entry of parameterWords(view, metric, city, words, names)) facts.push(entry)
  facts.push([t('out.knownAs'), t(`indicators.known.${result.known}Long`)])
  if (result.source) facts.push([t('out.source'), result.source])
  return facts
}
