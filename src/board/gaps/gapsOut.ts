import type { Catalog } from '#catalog/schema.ts'
import type { Gap } from '#core/planning/gaps/gap.ts'
import type { OutTable } from '#core/table/outTable.ts'
import type { Words } from '#i18n/useWords.ts'
import { placesIn } from './gapOrder'
import { kindWords } from './gapWords'

/** Gaps as they are listed: people unknown are an empty cell, never nought. */
export function gapsOut(gaps: readonly Gap[], catalog: Catalog, words: Words): OutTable {
  const { t, say } = words
  const head = [
    'indicators.subjects.id',
    'gaps.columns.name',
    'gaps.columns.part',
    'gaps.columns.peopleUnit',
    'gaps.columns.atLeast',
    'gaps.columns.places',
    'gaps.columns.area',
    'gaps.columns.length',
    'gaps.columns.town',
    'gaps.columns.unit',
    'gaps.columns.kind',
    'gaps.columns.why',
    'gaps.columns.nearest',
    'gaps.columns.nearestDistance',
    'gaps.columns.longitude',
    'gaps.columns.latitude',
  ] as const
  return {
    head: head.map((column) => t(column)),
    rows: gaps.map((gap) => {
      const [nearest] = gap.nearest
      return [
        gap.id,
        gap.name ? say(gap.name) : '',
        gap.part,
        gap.people.people,
        gap.people.atLeast,
        placesIn(gap),
        gap.area,
        gap.length,
        gap.towns.map(say).join(' '),
        gap.unit ?? '',
        gap.kind ? kindWords(catalog, gap.feed, gap.kind, words) : '',
        gap.why ? t(`gaps.why.${gap.why}`) : '',
        nearest ? (nearest.name ? say(nearest.name) : nearest.id) : '',
        nearest?.metres ?? null,
        ...gap.at,
      ]
    }),
  }
}
