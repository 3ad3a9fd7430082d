import type { TableRow } from '#engine/engineApi.ts'
import { isoInShanghai } from '#i18n/formatTime.ts'
import type { Words } from '#i18n/useWords.ts'
import type { ClassWords } from '../facts/classWords'
import { propertyWord } from '../facts/propertyWord'
import { momentOf, sayValue } from '../facts/sayValue'
import { type CsvCell, toCsv } from './toCsv'

export interface CsvContent {
  /** With a cell for each of `columns`, and their places. */
  readonly rows: readonly TableRow[]
  /** Property names, the id not among them. */
  readonly columns: readonly string[]
  readonly classes: ClassWords
  /** Of the row that is open, by id, m²; null: none is. */
  readonly gapAreas: ReadonlyMap<string, number> | null
}

type Cell = TableRow['cells'][number]

/**
 * A table as CSV: words, dates and yes or no as on the screen, figures exact. What is a moment has a second column in
 * ISO 8601; then where each feature is, and what a row of the standard leaves open of it.
 */
export function featureCsv({ rows, columns, classes, gapAreas }: CsvContent, { t, language }: Words): string {
  const moments = columns.map((name, at) => rows.some(({ cells }) => momentOf(name, cells[at]) !== null))
  const said = (name: string, cell: Cell): CsvCell =>
    cell === null || (typeof cell === 'number' && name !== 'time') ? cell : sayValue(name, cell, language, classes)
  const head = columns.flatMap((name, at) => {
    const word = propertyWord(name, language)
    return moments[at] ? [word, t('desk.table.iso', { column: word })] : [word]
  })
  const lines = rows.map(({ id, cells, place }): readonly CsvCell[] => [
    id,
    ...columns.flatMap((name, at): readonly CsvCell[] => {
      const cell = cells[at] ?? null
      const moment = momentOf(name, cell)
      const iso = typeof cell === 'string' && cell.length === 10 ? cell : moment === null ? null : isoInShanghai(moment)
      return moments[at] ? [said(name, cell), moment === null ? null : iso] : [said(name, cell)]
    }),
    ...(place?.at ?? [null, null]),
    ...(gapAreas ? [gapAreas.get(id) ?? null] : []),
  ])
  return toCsv(
    [
      propertyWord('id', language),
      ...head,
      t('desk.table.longitude'),
      t('desk.table.latitude'),
      ...(gapAreas ? [t('desk.table.gapArea')] : []),
    ],
    lines,
  )
}
