import type { Catalog } from '#catalog/schema.ts'
import type { Gap, PeopleCount } from '#core/planning/gaps/gap.ts'
import { formatNumber, formatScaled } from '#i18n/formatNumber.ts'
import { formatBeside, formatMeasure, joinFigure } from '#i18n/formatQuantity.ts'
import type { Words } from '#i18n/useWords.ts'
import { classWords } from '#views/facts/classWords.ts'

/** What a list calls a gap: its subject, and which of its pieces it is. */
export function gapName({ name, id, part }: Gap, { t, say }: Words): string {
  const subject = name ? say(name) : id
  return part === null ? subject : `${subject} · ${t('gaps.part', { part })}`
}

/** People as a figure of a table: those known in part are a lower limit, those unknown a dash. */
export function peopleFigure({ people, atLeast }: PeopleCount, { language }: Words): string {
  if (people !== null) return formatNumber(people, language, { decimals: people < 10 ? 1 : 0 })
  return atLeast === null ? '—' : `≥\u202f${formatNumber(atLeast, language, { decimals: 0 })}`
}

/** People as people say it. */
export function peopleWords({ people, atLeast }: PeopleCount, words: Words): string {
  const { t } = words
  const scaled = (count: number) => {
    const { figure, unit } = formatScaled(count < 10 ? Math.round(count * 10) / 10 : Math.round(count), words.language)
    return joinFigure({ figure, unit })
  }
  if (people !== null) return t('gaps.people.figure', { people: scaled(people) })
  if (atLeast !== null) return t('gaps.people.atLeast', { people: scaled(atLeast) })
  return t('gaps.people.unknown')
}

type Sized = Pick<Gap, 'area' | 'length'>

/** The largest area and length of some gaps: a column of them is in one unit. */
export interface Largest {
  readonly area: number
  readonly length: number
}

export const largestOf = (gaps: readonly Sized[]): Largest => ({
  area: gaps.reduce((most, { area }) => Math.max(most, area ?? 0), 0),
  length: gaps.reduce((most, { length }) => Math.max(most, length ?? 0), 0),
})

/** The size of a gap in a column whose largest are given; null for what has none. */
export function sizeBeside({ area, length }: Sized, largest: Largest, { language }: Words): string | null {
  if (area !== null) return joinFigure(formatBeside(area, 'm2', largest.area, language))
  return length === null ? null : joinFigure(formatBeside(length, 'm', largest.length, language))
}

/** Square metres, or metres of a line; null for what has neither. */
export function sizeWords({ area, length }: Sized, { language }: Words): string | null {
  if (area !== null) return joinFigure(formatMeasure(area, 'm2', language))
  return length === null ? null : joinFigure(formatMeasure(length, 'm', language))
}

export const distanceWords = (metres: number, { t, language }: Words): string =>
  metres === 0
    ? t('gaps.inside')
    : t('gaps.away', { distance: joinFigure(formatMeasure(Math.max(1, metres), 'm', language)) })

/** The kind of a subject as the legend of its feed has it. */
export function kindWords(catalog: Catalog, feed: string, kind: string, { say }: Words): string {
  const title = classWords(catalog, feed).get('kind')?.get(kind)
  return title ? say(title) : kind
}

/** What the list of gaps adds to size and piece: how many live in one, and why it is there. */
export function listedLines(gap: Gap | null, words: Words): readonly string[] {
  if (!gap) return []
  const { t } = words
  const label = t(gap.peopleBy === 'area' ? 'gaps.people.label' : 'gaps.people.cellLabel')
  const lines = [t('indicators.drawn.fact', { label, value: peopleWords(gap.people, words) })]
  if (gap.why)
    lines.push(t('indicators.drawn.fact', { label: t('gaps.columns.why'), value: t(`gaps.whyLong.${gap.why}`) }))
  return lines
}
