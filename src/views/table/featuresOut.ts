import type { OutCell, OutTable } from '#core/table/outTable.ts'
import type { TableRow } from '#engine/engineApi.ts'
import type { Words } from '#i18n/useWords.ts'
import type { ClassWords } from '../facts/classWords'
import { propertyWord } from '../facts/propertyWord'
import { momentOf, sayValue } from '../facts/sayValue'

interface FeaturesContent {
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
 * A table as it leaves the page: words, dates and yes or no as on the screen, figures exact; then where each feature is,
 * and what a row of the standard leaves open of it. What is a moment stands there as people write it and as machines do
 * (`both`), or as a date alone.
 */
export function featuresOut(
  { rows, columns, classes, gapAreas }: FeaturesContent,
  { t, language }: Words,
  moments: 'both' | 'dates',
): OutTable {
  const timed = columns.map((name, at) => rows.some(({ cells }) => momentOf(name, cells[at]) !== null))
  const said = (name: string, cell: Cell): OutCell =>
    cell === null || (typeof cell === 'number' && name !== 'time') ? cell : sayValue(name, cell, language, classes)
  const head = columns.flatMap((name, at) => {
    const word = propertyWord(name, language)
    return timed[at] && moments === 'both' ? [word, t('desk.table.iso', { column: word })] : [word]
  })
  const lines = rows.map(({ id, cells, place }): readonly OutCell[] => [
    id,
    ...columns.flatMap((name, at): readonly OutCell[] => {
      const cell = cells[at] ?? null
      const moment = momentOf(name, cell)
      const date = moment === null ? null : { moment, day: typeof cell === 'string' && cell.length === 10 }
      if (!timed[at]) return [said(name, cell)]
      return moments === 'both' ? [said(name, cell), date] : [date ?? said(name, cell)]
    }),
    ...(place?.at ?? [null, null]),
    ...(gapAreas ? [gapAreas.get(id) ?? null] : []),
  ])
  const places = [t('desk.table.longitude'), t('desk.table.latitude')]
  return {
    head: [propertyWord('id', language), ...head, ...places, ...(gapAreas ? [t('desk.table.gapArea')] : [])],
    rows: lines,
  }
}
