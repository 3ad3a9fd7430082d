import type { StandardRow } from '#core/model/standard.ts'
import type { OutCell, OutTable } from '#core/table/outTable.ts'
import type { Words } from '#i18n/useWords.ts'
import { standingOf, standingWords } from '#views/standing/standing.ts'
import type { Results } from './useConcerned'

export interface OutColumn {
  readonly title: string
  /** Undefined: the scenario cannot be made of the city as it is. */
  readonly results: Results | undefined
}

/** Worlds side by side as a table: of each row and metric the star and the exact value in every one of them. */
export function comparisonOut(rows: readonly StandardRow[], columns: readonly OutColumn[], words: Words): OutTable {
  const { t, say } = words
  return {
    head: [
      t('indicators.subjects.id'),
      t('out.row'),
      t('out.metric'),
      t('out.unit'),
      ...columns.flatMap(({ title }) => [`${title} · ${t('out.stands')}`, `${title} · ${t('out.figure')}`]),
    ],
    rows: rows.flatMap((row) =>
      row.metrics.map(({ id, name, unit }): readonly OutCell[] => [
        row.id,
        say(row.name),
        say(name),
        unit,
        ...columns.flatMap(({ results }): readonly OutCell[] => {
          const result = results?.get(row.id)
          return result
            ? [standingWords(standingOf(row, result), words), result.metrics[id]?.value ?? null]
            : [null, null]
        }),
      ]),
    ),
  }
}
